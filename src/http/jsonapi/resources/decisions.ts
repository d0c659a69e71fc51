import { decideVerification, decisionList, listDecisions } from '../../../core/verifications/index.ts'
import { text, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

const results = ['verified', 'rejected'] as const

/** The action of deciding on the findings of a provider, as a resource. */
export const decisions = defineResource({
  type: 'decisions',
  idKind: 'decision',
  about: 'Create a decision on a verification whose provider reported a finding that a person must review.',
  permissions: { read: 'verifications:read', write: 'verifications:write' },
  fields: decisionList.fields,
  attributes: {
    result: word(results, 'The decision.', { write: 'create', required: true }),
    reason: text('The reason, in words.', { write: 'create', nullable: true, max: 500 }),
    decidedAt: time('When.'),
    supersededAt: time('When a newer report of the provider replaced the decision; null while it is valid.', {
      nullable: true,
    }),
  },
  relationships: {
    verification: toOne('verifications', 'verificationId', 'The verification of the decision.', {
      write: 'create',
      required: true,
    }),
    user: toOne('users', 'userId', 'The user who decided; null when no user did.', { nullable: true }),
  },
  instead: {
    update: 'A decision stays.',
    remove: 'A decision cannot be changed. Only a newer report of the provider reopens the verification.',
  },
  list: listDecisions,
  create: async (ctx, { verificationId, result, reason }) =>
    (await decideVerification(ctx, verificationId, { result, ...(reason ? { reason } : {}) })).decision,
})
