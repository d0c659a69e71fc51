import { erasureList, listErasures, requestErasure } from '../../../core/verifications/index.ts'
import { reference, time } from '../attributes.ts'
import { asText } from '../input.ts'
import type { Resource } from '../resource.ts'

/** The action of destroying the data of a person, as a resource. */
export const erasures: Resource = {
  type: 'erasures',
  idKind: 'erasure',
  about:
    'Create one to destroy what is known of a person, here and at providers. Open checks are called off; checks, consents and the audit trail stay as proof, without the person.',
  permissions: { read: 'verifications:read', write: 'verifications:delete' },
  fields: erasureList.fields,
  attributes: {
    person: reference('subject', 'Who is erased.', { of: 'subjectId', write: 'create', required: true }),
    erasedAt: time('When.'),
  },
  relationships: {},
  instead: { update: 'It cannot be taken back.', remove: 'It cannot be taken back.' },
  list: listErasures,
  create: (ctx, input) => requestErasure(ctx, input.need('subjectId', asText)),
}
