import { listWithdrawals, withdrawalList, withdrawConsent } from '../../../core/verifications/index.ts'
import { time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The action of taking back a consent, as a resource. */
export const withdrawals = defineResource({
  type: 'withdrawals',
  idKind: 'withdrawal',
  about: 'Create one to take back a consent. The verifications that rest on it and are not finished are called off.',
  permissions: { read: 'verifications:read', write: 'verifications:write' },
  fields: withdrawalList.fields,
  attributes: { withdrawnAt: time('When.') },
  relationships: {
    consent: toOne('consents', 'consentId', 'The consent that is withdrawn.', { write: 'create', required: true }),
    user: toOne('users', 'userId', 'Who took it back, if a person with an account.', { nullable: true }),
  },
  instead: { update: 'It cannot be taken back.', remove: 'It cannot be taken back; create another consent.' },
  list: listWithdrawals,
  create: async (ctx, { consentId }) => (await withdrawConsent(ctx, consentId)).withdrawal,
})
