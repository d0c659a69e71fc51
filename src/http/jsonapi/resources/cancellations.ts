import { cancellationList, cancelVerification, listCancellations } from '../../../core/verifications/index.ts'
import { text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The action of calling off a verification, as a resource. */
export const cancellations = defineResource({
  type: 'cancellations',
  idKind: 'cancellation',
  about: 'Create a cancellation to cancel a verification that is not finished.',
  permissions: { read: 'verifications:read', write: 'verifications:write' },
  fields: cancellationList.fields,
  attributes: {
    reason: text('The reason, in words; null without a reason.', { write: 'create', max: 500 }),
    reasonCode: text('The reason, as a code.', { nullable: true }),
    cancelledAt: time('When.'),
  },
  relationships: {
    verification: toOne('verifications', 'verificationId', 'The verification that is cancelled.', {
      write: 'create',
      required: true,
    }),
    user: toOne('users', 'userId', 'The user who cancelled it; null when no user did.', { nullable: true }),
  },
  instead: {
    update: 'This cannot be undone.',
    remove: 'A cancellation cannot be undone. Order another verification.',
  },
  list: listCancellations,
  create: async (ctx, { verificationId, ...given }) =>
    (await cancelVerification(ctx, verificationId, given)).cancellation,
})
