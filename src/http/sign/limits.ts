import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DomainError } from '../../core/errors.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { beginGuess, type Guess } from '../guesses.ts'
import { requireFewDrafts, requireFewForms } from './guard.ts'

const wrongAddresses = new Set([
  'agreement_link_not_found',
  'invitation_not_found',
  'signer_not_found',
  'submission_not_found',
])

declare module 'fastify' {
  interface FastifyRequest {
    /** The guess at the address of a link, or of one person's way in. */
    guess: Guess | null
    /** Whether the address was unknown. */
    isLost: boolean
  }
}

/** Limits the tries of one network address at unknown links and unknown ways in, and its forms. */
export function registerLimits(app: FastifyInstance, deps: HttpDependencies): void {
  app.decorateRequest('guess', null)
  app.decorateRequest('isLost', false)
  app.addHook('onRequest', async (request, reply) => {
    const { link, token } = request.params as { link?: string; token?: string }
    if (link === undefined) return
    const secret = token === undefined ? link : `${link}/${token}`
    request.guess = await beginGuess(request, reply, deps, { kind: 'wrong-links', secret })
    const isDraft = request.url.endsWith('/draft')
    if (request.method === 'POST') await (isDraft ? requireFewDrafts : requireFewForms)(request, reply, deps)
  })
  app.addHook('onSend', async (request, reply) => {
    const { guess } = request
    request.guess = null
    if (request.isLost) await guess?.wasWrong()
    else if (reply.statusCode < 500 && reply.statusCode !== 429) await guess?.wasRight()
    else await guess?.wasNot()
  })
}

/** Runs for each error of a page before the answer. */
export function noteLost(request: FastifyRequest, error: unknown): void {
  request.isLost = error instanceof DomainError && wrongAddresses.has(error.code)
}
