import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../core/context.ts'
import { DomainError, say } from '../../core/errors.ts'
import {
  proveEntry,
  readCrls,
  readEntries,
  readHead,
  readPublicTile,
  readTrust,
  writeProof,
} from '../../core/evidence/index.ts'
import { type Id, parseId } from '../../core/ids.ts'
import { authenticateByKey, authenticateByToken } from '../authentication.ts'
import { addressToLimit } from '../client-address.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { heedMethods } from '../other-methods.ts'
import { sendProblem } from '../problem.ts'
import { limitRequest } from '../rate-limit.ts'
import type { Face } from '../server.ts'
import { readTileName } from './tile-name.ts'

const requestsPerMinute = 600
const neverChanges = 'public, max-age=31536000, immutable'

/**
 * The log of an organization's trail in the form of C2SP tlog-tiles. Everybody can read its newest head and its hashes.
 * Readers of the trail can also read its entries and their proofs.
 */
export const evidenceFace: Face = {
  prefix: '/evidence',
  plugin: async (app, { deps }) => {
    const refuseOtherMethods = heedMethods(app)
    app.get('/:organization/checkpoint', async (request, reply) => {
      const head = await readHead(deps.database.system, await openFor(request, reply, deps))
      if (!head) throw notHere('log')
      return sendText(reply.header('cache-control', 'no-cache'), head.checkpoint)
    })
    app.get('/:organization/tile/entries/*', (request, reply) => sendEntries(request, reply, deps))
    app.get('/:organization/tile/:level(^[0-9]$)/*', (request, reply) => sendTile(request, reply, deps))
    app.get('/:organization/proof/:event', (request, reply) => sendProof(request, reply, deps))
    refuseOtherMethods()
  },
  renderError: sendProblem,
}

/** The trust file, by which a verifier believes this installation. */
export const trustFace: Face = {
  prefix: '/.well-known/sealane-trust.json',
  plugin: async (app: FastifyInstance, { deps }) => {
    const refuseOtherMethods = heedMethods(app)
    app.get('', async (request, reply) => {
      await limitRequest(reply, { id: `evidence:${addressToLimit(request)}`, requestsPerMinute }, deps)
      const trust = await readTrust(deps.database.system, deps.publicUrl ?? request.base, deps.trust)
      return reply
        .header('cache-control', 'public, max-age=60')
        .header('access-control-allow-origin', '*')
        .type('application/json; charset=utf-8')
        .send(`${JSON.stringify(trust, null, 2)}\n`)
    })
    refuseOtherMethods()
  },
  renderError: sendProblem,
}

/** The revocations of the roots of seals and of timestamps (RFC 5280). Certificates name these addresses. */
export const revocationsFace: Face = {
  prefix: '/.well-known/sealane-revocations',
  plugin: async (app: FastifyInstance, { deps }) => {
    const refuseOtherMethods = heedMethods(app)
    app.get('/:purpose(^(seal|time)$).crl', async (request, reply) => {
      await limitRequest(reply, { id: `evidence:${addressToLimit(request)}`, requestsPerMinute }, deps)
      const { purpose } = request.params as { purpose: 'seal' | 'time' }
      const [newest] = await readCrls(deps.database.system, purpose)
      if (!newest) throw notHere('revocations')
      return reply.type('application/pkix-crl').header('cache-control', 'public, max-age=3600').send(newest)
    })
    refuseOtherMethods()
  },
  renderError: sendProblem,
}

async function sendTile(request: FastifyRequest, reply: FastifyReply, deps: HttpDependencies): Promise<FastifyReply> {
  const organizationId = await openFor(request, reply, deps)
  const { level, '*': name } = request.params as { level: string; '*': string }
  const place = readTileName(name)
  const tile = place && (await readPublicTile(deps.database.system, organizationId, { ...place, level: Number(level) }))
  if (!tile) throw notHere('log_tile')
  return reply.type('application/octet-stream').header('cache-control', neverChanges).send(tile)
}

async function sendEntries(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: HttpDependencies,
): Promise<FastifyReply> {
  const ctx = await readerOfTrail(request, reply, deps)
  const place = readTileName((request.params as { '*': string })['*'])
  const entries = place && (await readEntries(ctx, place.number, place.width))
  if (!entries) throw notHere('log_tile')
  return reply
    .type('application/octet-stream')
    .header('cache-control', 'private, max-age=31536000, immutable')
    .send(entries)
}

async function sendProof(request: FastifyRequest, reply: FastifyReply, deps: HttpDependencies): Promise<FastifyReply> {
  const ctx = await readerOfTrail(request, reply, deps)
  const { event } = request.params as { event: string }
  const proof = await proveEntry(ctx, parseId('audit_event', event) ?? '')
  reply.header('content-disposition', `attachment; filename="${event}.tlog-proof"`)
  return sendText(reply, writeProof(proof))
}

/** Finds the reader of the trail by an API key or a token of the organization that the address names. */
async function readerOfTrail(request: FastifyRequest, reply: FastifyReply, deps: HttpDependencies): Promise<Context> {
  const organizationId = await openFor(request, reply, deps)
  const isToken = request.headers.authorization?.startsWith('Bearer slt_') === true
  const caller = await (isToken ? authenticateByToken : authenticateByKey)(request, reply, deps)
  const { context } = request
  if (!context || caller.organizationId !== organizationId) throw notHere('log')
  reply.header('vary', 'authorization, x-api-key')
  return context
}

/** The organization of an address, within the limit of one network address. Throws `log_not_found`. */
async function openFor(request: FastifyRequest, reply: FastifyReply, deps: HttpDependencies): Promise<Id> {
  await limitRequest(reply, { id: `evidence:${addressToLimit(request)}`, requestsPerMinute }, deps)
  const { organization } = request.params as { organization: string }
  const id = parseId('organization', organization)
  if (!id) throw notHere('log')
  reply.header('access-control-allow-origin', '*').header('x-content-type-options', 'nosniff')
  return id
}

/** The refusal of a missing thing at a public address. */
function notHere(noun: string): DomainError {
  return new DomainError('not_found', `${noun}_not_found`, say('not_here', { noun }))
}

function sendText(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/plain; charset=utf-8').send(text)
}
