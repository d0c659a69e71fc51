import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inActingOrder } from '../../core/agreements/index.ts'
import { isCodeOut, isSameMetadata, listHeld, readAgreement, readInvitation } from '../../core/ceremony/index.ts'
import { isOpenLink, requireOpen, shownMetadata } from '../../core/submissions/index.ts'
import type { Language } from '../../texts/index.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { keepLanguage } from '../language-switch.ts'
import { type Reader, readerOf } from '../reader.ts'
import { signerBaseOf } from './addresses.ts'
import { rawQueryOf, readLinkQuery } from './link-query.ts'
import { waitingBody } from './pages/done.ts'
import { endOf } from './pages/ended.ts'
import { type Entrance, entrancePage, heldHtml } from './pages/entrance.ts'
import { nothingEntered } from './pages/form.ts'
import { messagePage, page } from './pages/layout.ts'
import { proveBody } from './pages/prove.ts'
import { sendPage } from './send.ts'
import { locate, markBrowser, openSession, readProofs } from './session.ts'
import { provePageOf, showFirst } from './show.ts'
import { shownAgain } from './shown-again.ts'
import { findWayIn, showWayIn } from './way-in.ts'
import { wordsFor } from './words.ts'

/** The pages of links and invitations. A GET changes nothing, because machines fetch every address. */
export function registerEntrance(app: FastifyInstance, deps: HttpDependencies): void {
  app.get('/:link', (request, reply) => showLink(request, reply, deps))
  app.get('/:link/begin/:token', (request, reply) => showInvitation(request, reply, deps))
  // The address of a step takes only posts. A person who returns to it by the back button starts at the link.
  for (const act of ['view', 'identify', 'decline'])
    app.get(`/:link/${act}`, async (request, reply) => reply.redirect((await locate(request, deps)).base, 303))
}

/** The entered values of a first page that is shown again in another language. */
type Again = { form: Readonly<Record<string, string>>; language: Language }

/** Shows the first page of a link or an invitation again, with the entered values, in the chosen language. */
export function showEntranceAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: HttpDependencies,
  again: Again,
): Promise<FastifyReply> {
  keepLanguage(request, reply, again.language)
  return again.form.invitation ? showInvitation(request, reply, deps, again) : showLink(request, reply, deps, again)
}

async function showLink(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: HttpDependencies,
  again?: Again,
): Promise<FastifyReply> {
  const place = await locate(request, deps)
  const { link, visitor } = place
  const { parameters, query } = readLinkQuery(place, again ? (again.form.query ?? '') : rawQueryOf(request.url))
  const reader = { ...readerOf(request, again?.language), path: place.base, query }
  const held = await listHeld(visitor, link.id, readProofs(request))
  const same = held.find(({ metadata }) => isSameMetadata(metadata, parameters.metadata))
  if (same) return reply.redirect(signerBaseOf(link.id, same.signerId), 303)
  const others = heldHtml(reader, held, link.id)
  const common = { organizationName: link.name, title: link.title }
  if (!isOpenLink(link, visitor.now) && others !== '') {
    const message = wordsFor(reader).first.nothing_new
    return sendPage(reply, 410, messagePage(reader, { ...common, message, more: others }))
  }
  requireOpen(link, visitor.now)
  const way = findWayIn(request, place)
  if (!way) return showWayIn(request, reply, place, { query })
  const reading = await readAgreement(visitor, link.id)
  const entrance = { linkId: link.id, reading, page: newPage(), parameters, query, email: way.email, held }
  return enter(request, reply, reader, {
    organizationName: link.name,
    entrance,
    role: inActingOrder(reading.version.signer_roles)[0]?.key,
    form: again?.form,
  })
}

async function showInvitation(request: FastifyRequest, reply: FastifyReply, deps: HttpDependencies, again?: Again) {
  const place = await locate(request, deps)
  const { link, visitor } = place
  const { token = again?.form.invitation ?? '' } = request.params as { token?: string }
  const reader = { ...readerOf(request, again?.language), path: `${place.base}begin/${token}` }
  const { reading, ceremony, invitation } = await readInvitation(visitor, link.id, token)
  const { signerId } = invitation
  const proof = readProofs(request).find((held) => held.signerId === signerId)
  if (proof && (await openSession(place, proof))) return reply.redirect(signerBaseOf(link.id, signerId), 303)
  const common = { organizationName: link.name, title: link.title }
  if (ceremony.step === 'closed')
    return sendPage(reply, 410, messagePage(reader, { ...common, ...endOf(reader, ceremony) }))
  if (invitation.usedAt || (ceremony.signer.asks_code && ceremony.step !== 'waiting')) {
    const body = proveBody(reader, provePageOf(ceremony, await isCodeOut(visitor, signerId)), nothingEntered)
    return sendPage(reply, 403, page(reader, { ...common, body }))
  }
  if (ceremony.step === 'waiting')
    return sendPage(reply, 200, page(reader, { ...common, body: waitingBody(reader, ceremony) }))
  const { signer, submission } = ceremony
  const { metadata } = submission
  const shown = shownMetadata(reading.version, submission)
  const entrance = { linkId: link.id, reading, page: newPage(), invitation: token, metadata, shown, signer }
  return enter(request, reply, reader, { organizationName: link.name, entrance, role: signer.role, form: again?.form })
}

function enter(
  request: FastifyRequest,
  reply: FastifyReply,
  reader: Reader,
  { organizationName, entrance, role = '', form = {} }: Entering,
): FastifyReply {
  markBrowser(request, reply)
  const entered = { values: shownAgain(form), faults: [] }
  return sendPage(reply, 200, showFirst(reader, organizationName, entrancePage(reader, entrance), role, entered))
}

type Entering = {
  organizationName: string
  entrance: Entrance
  role: string | undefined
  form: Again['form'] | undefined
}

function newPage(): string {
  return randomBytes(16).toString('base64url')
}
