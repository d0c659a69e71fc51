import type { FastifyRequest } from 'fastify'
import { authenticateApiKey, authenticateToken, type Caller } from '../core/accounts/index.ts'
import type { Origin } from '../core/context.ts'
import { DomainError } from '../core/errors.ts'
import type { HttpDependencies } from './dependencies.ts'
import { tenantOf } from './hosts.ts'
import { originOf } from './origin.ts'

/**
 * Who calls the REST dialect: `x-api-key`, or `Authorization: Bearer <key>`. Sets request.context.
 * Throws `unauthenticated`.
 */
export async function authenticateByKey(request: FastifyRequest, deps: HttpDependencies): Promise<Caller> {
  const header = request.headers['x-api-key']
  const key = (typeof header === 'string' ? header : undefined) ?? bearerOf(request)
  const origin = originOf(request)
  const at = { now: deps.now(), ipAddress: origin.ipAddress }
  const caller = await authenticateApiKey(deps.database.system, key ?? '', at)
  setContext(request, deps, caller, origin)
  return caller
}

/**
 * Who calls the JSON:API dialect: `Authorization: Bearer <token>`, acting as its user. On a tenant's host the token
 * must be that tenant's. Sets request.context. Throws `unauthenticated`.
 */
export async function authenticateByToken(request: FastifyRequest, deps: HttpDependencies): Promise<Caller> {
  const caller = await authenticateToken(deps.database.system, bearerOf(request) ?? '', { now: deps.now() })
  const tenant = tenantOf(request.host, deps.domain)
  if (tenant && tenant !== caller.slug) {
    throw new DomainError('unauthenticated', 'unauthenticated', 'The token is not one of this tenant.')
  }
  setContext(request, deps, caller, originOf(request))
  return caller
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
