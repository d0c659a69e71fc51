import { erasePerson, erasureList, listErasures } from '../../../core/erasures/index.ts'
import { integer, reference, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The action of destroying the data of a person, as a resource. */
export const erasures = defineResource({
  type: 'erasures',
  idKind: 'erasure',
  about:
    'Create an erasure to destroy the personal data of a person, here and at providers, together with its encryption key. Open submissions and verifications of the person end. Proof without the person stays: times, states, hashes and the trail. Finished documents stay for as long as the rule of their agreement or of your organization keeps them.',
  permissions: { read: 'verifications:read', write: 'verifications:delete' },
  fields: erasureList.fields,
  attributes: {
    person: reference('subject', 'Who is erased.', { of: 'subjectId', write: 'create', required: true }),
    erasedAt: time('When.'),
    documentsKept: integer('How many documents that the person signed are still stored.'),
    documentsKeptUntil: time(
      'When the last of these documents is removed; null without documents, or without a rule that removes them.',
      {
        nullable: true,
      },
    ),
  },
  relationships: {
    user: toOne('users', 'userId', 'The user who created it; null when no user did.', { nullable: true }),
  },
  instead: { update: 'This cannot be undone.', remove: 'This cannot be undone.' },
  list: listErasures,
  create: (ctx, { subjectId }) => erasePerson(ctx, subjectId),
})
