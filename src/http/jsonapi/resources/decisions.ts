import { decideVerification, decisionList, listDecisions, toDecision } from '../../../core/verifications/index.ts'
import { text, time, word } from '../attributes.ts'
import { asText, orNull, type Reader } from '../input.ts'
import { type Resource, toOne } from '../resource.ts'

const results = ['verified', 'rejected'] as const
const asResult: Reader<(typeof results)[number]> = (value) => {
  const result = results.find((known) => known === value)
  if (result) return result
  throw new Error('A checked value is not a result.')
}

/** The action of deciding on what a provider found, as a resource. */
export const decisions: Resource = {
  type: 'decisions',
  idKind: 'decision',
  about: 'Create one to decide on a check whose provider found something that a person must look at.',
  permissions: { read: 'verifications:read', write: 'verifications:write' },
  fields: decisionList.fields,
  attributes: {
    result: word(results, 'What is decided.', { write: 'create', required: true }),
    reason: text('Why, in words.', { write: 'create', nullable: true, max: 500 }),
    decidedAt: time('When.'),
  },
  relationships: {
    verification: toOne('verifications', 'verificationId', 'What is decided on.', { write: 'create', required: true }),
    user: toOne('users', 'userId', 'Who decided, if a person.', { nullable: true }),
  },
  instead: { update: 'A decision stays.', remove: 'A decision stays; only a newer report of the provider reopens it.' },
  list: listDecisions,
  create: async (ctx, input) => {
    const { reason } = input.given({ reason: orNull(asText) })
    const decision = { result: input.need('result', asResult), ...(reason ? { reason } : {}) }
    return toDecision(await decideVerification(ctx, input.need('verificationId', asText), decision))
  },
}
