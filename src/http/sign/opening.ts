import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  acceptInvitation,
  declineAgreement,
  identifySigner,
  isSameMetadata,
  listHeld,
  openAgreement,
  type Proof,
  readInvitation,
  type SentForm,
} from '../../core/ceremony/index.ts'
import { formatId } from '../../core/ids.ts'
import { requireOpen } from '../../core/submissions/index.ts'
import type { Language } from '../../texts/index.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { wishedLanguage } from '../language-switch.ts'
import { readerOf } from '../reader.ts'
import { showEntranceAgain } from './entrance.ts'
import { requireQuietVisitor } from './guard.ts'
import { readLinkQuery } from './link-query.ts'
import { readForm, readIdentity } from './read-form.ts'
import { hashPage, readSent } from './sent-form.ts'
import { keepProof, locate, openSession, type Place, readProofs, type Session } from './session.ts'
import { requireWayIn } from './way-in.ts'
import { showAgain, workOn } from './work-on.ts'

type Form = Record<string, string>

/** Registers the actions on the first page of a link or an invitation. Each action opens the agreement. */
export function registerOpening(app: FastifyInstance, deps: HttpDependencies): void {
  // A script sends this when the page becomes visible.
  app.post('/:link/view', async (request, reply) => {
    const { session } = await open(request, reply, deps)
    // The page around a frame learns the submission from these headers.
    reply.header('sealane-submission', formatId('submission', session.ceremony.submission.id))
    reply.header('sealane-signer', formatId('signer', session.signerId))
    return reply.code(204).send()
  })
  app.post('/:link/identify', async (request, reply) => {
    const language = wishedLanguage(readForm(request))
    if (language) return showInLanguage(request, reply, deps, language)
    const { session, form, place } = await open(request, reply, deps)
    const { ctx, ceremony } = session
    const sent = belongingTo(session, readSent(request, form))
    return workOn(reply, { session, place, form, reader: readerOf(request) }, () =>
      identifySigner(ctx, ceremony, sent, readIdentity(form, readerOf(request))),
    )
  })
  app.post('/:link/decline', async (request, reply) => {
    const { session, form, place } = await open(request, reply, deps)
    const sent = belongingTo(session, readSent(request, form))
    const work = () => declineAgreement(session.ctx, session.ceremony, sent, form.reason ?? '')
    return workOn(reply, { session, place, form, reader: readerOf(request) }, work)
  })
}

/** Shows the first page again in another language. It does not open an agreement. */
async function showInLanguage(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: HttpDependencies,
  language: Language,
): Promise<FastifyReply> {
  const [place, form] = [await locate(request, deps), readForm(request)]
  const held = await findHeld(request, place, form)
  const session = held && (await openSession(place, held))
  if (!session) return showEntranceAgain(request, reply, deps, { form, language })
  return showAgain(request, reply, { session, place, form, reader: readerOf(request) }, language)
}

/** The first page has no submission yet, so its form belongs to the submission that it opens. */
function belongingTo({ ceremony, signerId }: Session, sent: SentForm): SentForm {
  return { ...sent, submissionId: ceremony.submission.id, signerId }
}

/**
 * The session for the form of a first page: the one that this browser has, or a new one. Throws `cookies_missing`,
 * `form_outdated`, `invitation_used`, `rate_limited`, and the refusals of a link.
 */
async function open(request: FastifyRequest, reply: FastifyReply, deps: HttpDependencies) {
  const place = await locate(request, deps)
  const form = readForm(request)
  const opening = { page: hashPage(request, form), version: form.shown ?? '' }
  const held = await findHeld(request, place, form)
  const known = held && (await openSession(place, held))
  if (known) return { session: known, form, place }
  await requireQuietVisitor(request, reply, deps)
  const proof = await openNew(request, place, form, opening)
  const session = await openSession(place, proof)
  if (!session) throw new Error('What was opened cannot be found.')
  keepProof(request, reply, proof, session.ceremony)
  return { session, form, place }
}

function openNew(
  request: FastifyRequest,
  place: Place,
  form: Form,
  opening: { page: Buffer; version: string },
): Promise<Proof> {
  const { link, visitor } = place
  if (form.invitation) return acceptInvitation(visitor, link.id, form.invitation, opening)
  requireOpen(link, visitor.now)
  const { email } = requireWayIn(request, place)
  const { parameters } = readLinkQuery(place, form.query ?? '')
  return openAgreement(visitor, { id: link.id, agreementId: link.agreement_id }, { ...opening, parameters, email })
}

/** The session that this browser has for the same invitation, or for the same link and metadata. */
async function findHeld(request: FastifyRequest, place: Place, form: Form): Promise<Proof | undefined> {
  const { link, visitor } = place
  const proofs = readProofs(request)
  if (form.invitation) {
    const { invitation } = await readInvitation(visitor, link.id, form.invitation)
    return proofs.find(({ signerId }) => signerId === invitation.signerId)
  }
  const { metadata } = readLinkQuery(place, form.query ?? '').parameters
  const held = await listHeld(visitor, link.id, proofs)
  const same = held.find((one) => isSameMetadata(one.metadata, metadata))
  return same && proofs.find(({ signerId }) => signerId === same.signerId)
}
