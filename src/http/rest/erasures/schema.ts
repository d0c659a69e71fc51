import { type Static, Type } from 'typebox'
import { object, text, timeOrNull } from '../members.ts'

const erasure = object(
  {
    subject_id: text('The person.', 'sub_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'),
    erased_at: timeOrNull('When.'),
    documents_kept: Type.Integer({ description: 'How many documents that the person signed are still kept.' }),
    documents_kept_until: timeOrNull('When the last of them is removed; null when there is none, or no rule ends it.'),
  },
  'That what was known of a person was destroyed.',
)

export type ErasureWire = Static<typeof erasure>

export const erasureResources = { erasure }
