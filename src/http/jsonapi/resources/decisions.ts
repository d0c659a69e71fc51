import { decideVerification, decisionList, listDecisions } from '../../../core/verifications/index.ts'
import { text, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

const results = ['verified', 'rejected'] as const

/** The action of deciding on what a provider found, as a resource. */
export const decisions = defineResource({
  type: 'decisions',
  idKind: 'decision',
  about: 'Create one to decide on a verification whose provider found something that a person must look at.',
  permissions: { read: 'verifications:read', write: 'verifications:write' },
  fields: decisionList.fields,
  attributes: {
    result: word(results, 'The decision.', { write: 'create', required: true }),
    reason: text('Why, in words.', { write: 'create', nullable: true, max: 500 }),
    decidedAt: time('When.'),
    supersededAt: time('When a newer report of the provider took it away; null while it stands.', { nullable: true }),
  },
  relationships: {
    verification: toOne('verifications', 'verificationId', 'The verification that is decided on.', {
      write: 'create',
      required: true,
    }),
    user: toOne('users', 'userId', 'Who decided, if a person.', { nullable: true }),
  },
  instead: { update: 'A decision stays.', remove: 'A decision stays; only a newer report of the provider reopens it.' },
  list: listDecisions,
  create: async (ctx, { verificationId, result, reason }) =>
    (await decideVerification(ctx, verificationId, { result, ...(reason ? { reason } : {}) })).decision,
})
