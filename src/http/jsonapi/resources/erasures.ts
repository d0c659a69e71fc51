import { erasePerson, erasureList, listErasures } from '../../../core/erasures/index.ts'
import { integer, reference, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The action of destroying the data of a person, as a resource. */
export const erasures = defineResource({
  type: 'erasures',
  idKind: 'erasure',
  about:
    'Create one to destroy what is known of a person, here and at providers, with the key that seals it. Open submissions and verifications end. What stays is proof without the person: times, states, hashes, the trail; and finished documents, for as long as the rule of their agreement or your organization keeps them.',
  permissions: { read: 'verifications:read', write: 'verifications:delete' },
  fields: erasureList.fields,
  attributes: {
    person: reference('subject', 'Who is erased.', { of: 'subjectId', write: 'create', required: true }),
    erasedAt: time('When.'),
    documentsKept: integer('How many documents that the person signed are still kept.'),
    documentsKeptUntil: time('When the last of them is removed; null when there is none, or no rule ends it.', {
      nullable: true,
    }),
  },
  relationships: { user: toOne('users', 'userId', 'Who asked for it, if a person.', { nullable: true }) },
  instead: { update: 'It cannot be taken back.', remove: 'It cannot be taken back.' },
  list: listErasures,
  create: (ctx, { subjectId }) => erasePerson(ctx, subjectId),
})
