import type { FastifyReply, FastifyRequest } from 'fastify'
import { asSigner, type Ceremony, findCeremony } from '../../core/ceremony/index.ts'
import type { Context } from '../../core/context.ts'
import { DomainError, notFound } from '../../core/errors.ts'
import { parseId } from '../../core/ids.ts'
import { findLink } from '../../core/submissions/index.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { originOf } from '../origin.ts'

/** A visitor who has opened a link before in this browser. */
export type Session = { ctx: Context; ceremony: Ceremony; organizationName: string; base: string }

/** The visitor's ceremony, or null when this browser has none on this link. Throws `agreement_link_not_found`. */
export async function readSession(request: FastifyRequest, deps: HttpDependencies): Promise<Session | null> {
  const { link, base, shortId } = await locate(request, deps)
  const token = request.cookies[cookieName(shortId)]
  if (!token) return null
  const visitor = visitorContext(request, deps, link.organization_id)
  try {
    const ceremony = await findCeremony(visitor, token)
    if (ceremony.submission.agreement_link_id !== link.id) return null
    return { ctx: asSigner(visitor, ceremony.signer), ceremony, organizationName: link.name, base }
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'not_found') return null
    throw error
  }
}

/** The visitor's ceremony. Throws `session_missing` when this browser has none: cookies are off, or it was finished elsewhere. */
export async function requireSession(request: FastifyRequest, deps: HttpDependencies): Promise<Session> {
  const session = await readSession(request, deps)
  if (session) return session
  throw new DomainError(
    'forbidden',
    'session_missing',
    'This browser has no open agreement here. Allow cookies for this site and open the link that you were sent again.',
  )
}

/**
 * Keeps the proof that this browser is the signer's, for as long as the submission lasts: out of reach of scripts, of
 * other sites and of other links.
 */
export function startSession(
  request: FastifyRequest,
  reply: FastifyReply,
  shortId: string,
  { token, ctx, ceremony }: Pick<Session, 'ctx' | 'ceremony'> & { token: string },
): void {
  const lifetimeMs = ceremony.submission.expires_at.getTime() - ctx.now.getTime()
  reply.setCookie(cookieName(shortId), token, {
    path: `/agree/${shortId}`,
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: Math.floor(lifetimeMs / 1_000),
  })
}

/** Forgets the signer in this browser; the submission stays. */
export function endSession(reply: FastifyReply, shortId: string): void {
  reply.clearCookie(cookieName(shortId), { path: `/agree/${shortId}` })
}

/** Where the address leads. Throws `agreement_link_not_found`. */
export async function locate(request: FastifyRequest, deps: HttpDependencies) {
  const { link: shortId = '' } = request.params as { link?: string }
  const id = parseId('agreement_link', shortId)
  const link = id ? await findLink(deps.database.system, id) : undefined
  if (!link) throw notFound('agreement_link')
  return { link, shortId, base: `/agree/${shortId}/` }
}

/** A context for somebody who is not known yet: they may open the link, and nothing else. */
export function visitorContext(request: FastifyRequest, deps: HttpDependencies, organizationId: string): Context {
  return {
    db: deps.database.forOrganization(organizationId),
    organizationId,
    actor: { kind: 'visitor', permissions: [] },
    now: deps.now(),
    vault: deps.vault,
    origin: originOf(request),
  }
}

function cookieName(shortId: string): string {
  return `sealane_${shortId}`
}
