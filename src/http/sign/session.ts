import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  afterglowMs,
  asSigner,
  type Ceremony,
  endSessions,
  findCeremony,
  type Proof,
  type SignerSession,
} from '../../core/ceremony/index.ts'
import type { Context } from '../../core/context.ts'
import { DomainError, notFound, say } from '../../core/errors.ts'
import { type Id, parseId } from '../../core/ids.ts'
import { findLink } from '../../core/submissions/index.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { guarded, keepFramed } from '../framed.ts'
import { originOf } from '../origin.ts'
import { baseOf, signerBaseOf } from './addresses.ts'

/** The link and visitor of an address. */
export type Place = {
  link: NonNullable<Awaited<ReturnType<typeof findLink>>>
  base: string
  /** A visitor without a name yet. */
  visitor: Context
}

/** A signer in their own browser. */
export type Session = SignerSession & { ctx: Context; ceremony: Ceremony; organizationName: string; base: string }

/** The most proofs that one browser keeps for a link. It forgets the oldest ones. */
const mostHeld = 40

/** Finds the link of the address. Throws `agreement_link_not_found`. */
export async function locate(request: FastifyRequest, deps: HttpDependencies): Promise<Place> {
  const { link: shortId = '' } = request.params as { link?: string }
  const id = parseId('agreement_link', shortId)
  const link = id ? await findLink(deps.database.system, id) : undefined
  if (!link) throw notFound('agreement_link')
  request.framers = link.embedding_origins
  return { link, base: baseOf(link.id), visitor: visitorContext(request, deps, link.organization_id) }
}

/** The signer of the requested page, or null if this browser is not theirs. Throws `agreement_link_not_found`. */
export async function readSession(request: FastifyRequest, deps: HttpDependencies): Promise<Session | null> {
  const place = await locate(request, deps)
  const { signer = '' } = request.params as { signer?: string }
  const signerId = parseId('signer', signer)
  const proof = readProofs(request).find((held) => held.signerId === signerId)
  return proof ? openSession(place, proof) : null
}

/** The session that a proof opens on a link, or null. */
export async function openSession({ link, visitor }: Place, proof: Proof): Promise<Session | null> {
  const found = await findCeremony(visitor, proof).catch((error: unknown) => {
    if (error instanceof DomainError && error.kind === 'not_found') return null
    throw error
  })
  if (found?.ceremony.submission.agreement_link_id !== link.id) return null
  const { ceremony, session } = found
  const base = signerBaseOf(link.id, session.signerId)
  return { ...session, ctx: asSigner(visitor, ceremony.signer), ceremony, organizationName: link.name, base }
}

/**
 * The signer's session. Throws `session_missing` if this browser has none: cookies are off, or another browser has it.
 */
export async function requireSession(request: FastifyRequest, deps: HttpDependencies): Promise<Session> {
  const session = await readSession(request, deps)
  if (session) return session
  throw new DomainError('forbidden', 'session_missing', say('session_missing'))
}

/** The proofs of this browser for the link, newest first. */
export function readProofs(request: FastifyRequest): Proof[] {
  const proofs = Object.entries(request.cookies).flatMap(([name, token]) => {
    const [, hex] = /^sealane_([\da-f]{32})$/.exec(name) ?? []
    const signerId = hex && parseId('signer', `sgn_${hex}`)
    return signerId && token ? [{ signerId, token }] : []
  })
  return proofs.sort((a, b) => (a.signerId < b.signerId ? 1 : -1)).slice(0, mostHeld)
}

/**
 * Keeps the proof that this browser belongs to the signer, for as long as the submission lasts. Scripts, other sites
 * and other links cannot read it. Every form names its own submission.
 */
export function keepProof(request: FastifyRequest, reply: FastifyReply, proof: Proof, ceremony: Ceremony): void {
  const { agreement_link_id, expires_at, created_at } = ceremony.submission
  const path = pathOf(agreement_link_id)
  const maxAge = Math.floor((expires_at.getTime() - created_at.getTime() + afterglowMs) / 1_000)
  // A signer who entered by a code has seen no first page, and the first page marks a browser.
  markBrowser(request, reply)
  reply.setCookie(cookieOf(proof.signerId), proof.token, { ...guarded(request), path, maxAge })
  for (const { signerId } of readProofs(request).slice(mostHeld - 1))
    reply.clearCookie(cookieOf(signerId), { ...guarded(request), path })
}

/** Forgets the signer in this browser; the submission stays. */
export async function endSession(
  request: FastifyRequest,
  reply: FastifyReply,
  { ctx, id, signerId, ceremony }: Session,
): Promise<void> {
  await endSessions(ctx, { signerId, id })
  const path = pathOf(ceremony.submission.agreement_link_id)
  reply.clearCookie(cookieOf(signerId), { ...guarded(request), path })
}

const markCookie = 'sealane_browser'

/**
 * The mark that distinguishes this browser from others. It proves nothing. It is null before the first page, and
 * without cookies.
 */
export function readMark({ cookies }: FastifyRequest): string | null {
  const mark = cookies[markCookie] ?? ''
  return /^[\w-]{43}$/.test(mark) ? mark : null
}

/** Marks a browser without a mark. The server records nothing. */
export function markBrowser(request: FastifyRequest, reply: FastifyReply): void {
  keepFramed(request, reply, '/agree')
  if (readMark(request)) return
  const mark = randomBytes(32).toString('base64url')
  reply.setCookie(markCookie, mark, { ...guarded(request), path: '/agree', maxAge: 365 * 86_400 })
}

/** The context of a visitor, who may only open the link. */
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

function pathOf(linkId: Id): string {
  return baseOf(linkId).slice(0, -1)
}

function cookieOf(signerId: Id): string {
  return `sealane_${signerId.replaceAll('-', '')}`
}
