import { listWithdrawals, withdrawalList, withdrawConsent } from '../../../core/verifications/index.ts'
import { time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The action of taking back a consent, as a resource. */
export const withdrawals = defineResource({
  type: 'withdrawals',
  idKind: 'withdrawal',
  about: 'Create a withdrawal to take back a consent. Unfinished verifications that need the consent are cancelled.',
  permissions: { read: 'verifications:read', write: 'verifications:write' },
  fields: withdrawalList.fields,
  attributes: { withdrawnAt: time('When.') },
  relationships: {
    consent: toOne('consents', 'consentId', 'The withdrawn consent.', { write: 'create', required: true }),
    user: toOne('users', 'userId', 'The user who took the consent back, if a user did.', { nullable: true }),
  },
  instead: { update: 'This cannot be undone.', remove: 'A withdrawal cannot be undone. Create another consent.' },
  list: listWithdrawals,
  create: async (ctx, { consentId }) => (await withdrawConsent(ctx, consentId)).withdrawal,
})
