import { cancellationList, cancelVerification, listCancellations } from '../../../core/verifications/index.ts'
import { text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The action of calling off a verification, as a resource. */
export const cancellations = defineResource({
  type: 'cancellations',
  idKind: 'cancellation',
  about: 'Create one to call off a verification that is not finished.',
  permissions: { read: 'verifications:read', write: 'verifications:write' },
  fields: cancellationList.fields,
  attributes: {
    reason: text('Why, in words; null when nothing was said.', { write: 'create', max: 500 }),
    reasonCode: text('Why, as a word.', { nullable: true }),
    cancelledAt: time('When.'),
  },
  relationships: {
    verification: toOne('verifications', 'verificationId', 'The verification that is cancelled.', {
      write: 'create',
      required: true,
    }),
    user: toOne('users', 'userId', 'Who called it off, if a person.', { nullable: true }),
  },
  instead: { update: 'It cannot be taken back.', remove: 'It cannot be taken back; order another verification.' },
  list: listCancellations,
  create: async (ctx, { verificationId, ...given }) =>
    (await cancelVerification(ctx, verificationId, given)).cancellation,
})
