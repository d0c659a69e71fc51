import type { FastifyReply, FastifyRequest } from 'fastify'
import { authenticateApiKey, authenticateSession, authenticateToken, type Caller } from '../core/accounts/index.ts'
import type { Origin } from '../core/context.ts'
import { DomainError, say } from '../core/errors.ts'
import type { HttpDependencies } from './dependencies.ts'
import { countGuess } from './guesses.ts'
import { organizationOf, tenantOf } from './hosts.ts'
import { originOf } from './origin.ts'
import { requireSameOrigin } from './same-origin.ts'
import { sessionTokenOf } from './sign-in.ts'

/**
 * Finds the caller of the REST dialect by `x-api-key` or `Authorization: Bearer <key>`, and sets request.context. On a
 * tenant's host only keys of that tenant are accepted. Throws `unauthenticated`, and `rate_limited` after too many
 * wrong keys from one address.
 */
export async function authenticateByKey(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: HttpDependencies,
): Promise<Caller> {
  const header = request.headers['x-api-key']
  const key = (typeof header === 'string' ? header : undefined) ?? bearerOf(request)
  const origin = originOf(request)
  const at = { now: deps.now(), ipAddress: origin.ipAddress }
  const look = () => authenticateApiKey(deps.database.system, key ?? '', at)
  const caller = await judge(request, reply, deps, key, look)
  requireOwnHost(request, deps, caller)
  setContext(request, deps, caller, origin)
  return caller
}

/**
 * Finds the caller of the JSON:API dialect by `Authorization: Bearer <token>`, and sets request.context. On a tenant's
 * host only tokens of that tenant are accepted. Throws `unauthenticated`, and `rate_limited` after too many wrong
 * tokens from one address.
 */
export async function authenticateByToken(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: HttpDependencies,
): Promise<Caller> {
  const token = bearerOf(request)
  const look = () => authenticateToken(deps.database.system, token ?? '', { now: deps.now() })
  const caller = await judge(request, reply, deps, token, look)
  requireOwnHost(request, deps, caller)
  setContext(request, deps, caller, originOf(request))
  return caller
}

/** The header that names the organization of a browser's request when the host does not. */
export const organizationHeader = 'sealane-organization'

/**
 * Finds the caller of the JSON:API dialect by the session cookie, when there is no `Authorization`. The host or
 * `Sealane-Organization` names the organization. Returns null without such a cookie. Throws `cross_site`,
 * `organization_unnamed`, `not_a_member`, `unauthenticated`.
 */
export async function authenticateBySession(request: FastifyRequest, deps: HttpDependencies): Promise<Caller | null> {
  const token = request.headers.authorization === undefined ? sessionTokenOf(request, deps) : null
  if (token === null) return null
  requireSameOrigin(request)
  const slug = slugOf(request, deps)
  const caller = await authenticateSession(deps.database.system, { token, slug }, { now: deps.now() })
  setContext(request, deps, caller, originOf(request))
  return caller
}

function slugOf({ host, headers }: FastifyRequest, { domain, publicUrl }: HttpDependencies): string {
  const ofHost = organizationOf(host, domain, publicUrl) ?? tenantOf(host, domain)
  const named = headers[organizationHeader]
  const slug = ofHost ?? named
  if (typeof slug === 'string' && slug !== '' && (named === undefined || named === slug)) return slug
  throw new DomainError('invalid', 'organization_unnamed', say('organization_unnamed'))
}

/** On a tenant's host, refuses a key of another tenant like an unknown key. */
function requireOwnHost(request: FastifyRequest, { domain }: HttpDependencies, { slug }: Caller): void {
  const tenant = tenantOf(request.host, domain)
  if (tenant === null || tenant === slug) return
  throw new DomainError('unauthenticated', 'unauthenticated', say('tenant_key'))
}

// A request without a key does not count as a guess.
function judge(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: HttpDependencies,
  secret: string | undefined,
  look: () => Promise<Caller>,
): Promise<Caller> {
  if (!secret) return look()
  return countGuess(request, reply, deps, { kind: 'wrong-keys', secret, isWrong }, look)
}

function isWrong(error: unknown): boolean {
  return error instanceof DomainError && error.kind === 'unauthenticated'
}

function setContext(request: FastifyRequest, deps: HttpDependencies, caller: Caller, origin: Origin): void {
  request.context = {
    db: deps.database.forOrganization(caller.organizationId),
    organizationId: caller.organizationId,
    actor: caller.actor,
    now: deps.now(),
    vault: deps.vault,
    origin,
  }
}

function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
}
