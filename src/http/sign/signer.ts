import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isCodeOut, loadCeremony } from '../../core/ceremony/index.ts'
import { DomainError, notFound, say } from '../../core/errors.ts'
import { parseId } from '../../core/ids.ts'
import { findDocument, isOpenLink } from '../../core/submissions/index.ts'
import type { Language } from '../../texts/index.ts'
import { attachmentNamed } from '../content-disposition.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { keepLanguage } from '../language-switch.ts'
import { type Reader, readerOf } from '../reader.ts'
import { signerBaseOf } from './addresses.ts'
import { endOf } from './pages/ended.ts'
import { type Entered, nothingEntered } from './pages/form.ts'
import { messagePage, page } from './pages/layout.ts'
import { proveBody } from './pages/prove.ts'
import { sendPage } from './send.ts'
import { locate, type Place, readSession, requireSession, type Session } from './session.ts'
import { provePageOf, showStep } from './show.ts'

/** The pages of one signer. The records decide which step appears. A GET changes nothing. */
export function registerSigner(app: FastifyInstance, deps: HttpDependencies): void {
  app.get(`/:link/${signerParam}`, (request, reply) => showSigner(request, reply, deps, 1))
  app.get(`/:link/${signerParam}/consent-:part(^[1-9]$)`, (request, reply) => {
    const { part } = request.params as { part: string }
    return showSigner(request, reply, deps, Number(part))
  })
  app.get(`/:link/${signerParam}/document`, (request, reply) => sendDocument(request, reply, deps))
  // The address of a step takes only posts. A signer who returns to it by the back button sees their present step.
  app.get(`/:link/${signerParam}/:step(^[a-z]+$)`, async (request, reply) => {
    const { base } = await locate(request, deps)
    const { signer } = request.params as { signer: string }
    return reply.redirect(`${base}${signer}/`, 303)
  })
}

/** A signer's public id in an address. */
export const signerParam = ':signer(^sgn_[0-9a-f]{32}$)'

/** The methods of a step's address. One GET route for all steps lets a signer return to a step. */
export function shownStep(url: string): readonly string[] {
  return url.startsWith(`/:link/${signerParam}/`) && /\/[a-z]+$/.test(url) ? ['GET'] : []
}

async function showSigner(request: FastifyRequest, reply: FastifyReply, deps: HttpDependencies, part: number) {
  const session = await readSession(request, deps)
  const place = await locate(request, deps)
  if (!session) return showProve(request, reply, place)
  return showSession(readerOf(request), reply, place, session, part)
}

async function showSession(
  reader: Reader,
  reply: FastifyReply,
  { link, visitor }: Place,
  session: Session,
  part: number,
) {
  const { ceremony, organizationName } = session
  const canBegin = isOpenLink(link, visitor.now)
  const isWaiting = ceremony.step === 'done' && (await isCodeOut(visitor, session.signerId))
  const showing = { reader, organizationName, session, isCodeOut: isWaiting, canBegin, part }
  return sendPage(reply, 200, showStep(ceremony, showing))
}

/**
 * The page in a browser that does not belong to the signer, or that must prove it again. `language` is the language
 * that the reader has just chosen, if any.
 */
export async function showProve(
  request: FastifyRequest,
  reply: FastifyReply,
  { link, visitor }: Place,
  entered: Entered = nothingEntered,
  language?: Language,
): Promise<FastifyReply> {
  const { signer = '' } = request.params as { signer?: string }
  const ceremony = await loadCeremony(visitor, parseId('signer', signer) ?? '')
  if (ceremony.submission.agreement_link_id !== link.id) throw notFound('signer')
  const prove = provePageOf(ceremony, await isCodeOut(visitor, ceremony.signer.id))
  const status = entered.faults.length > 0 ? 422 : 403
  if (language) keepLanguage(request, reply, language)
  const reader = { ...readerOf(request, language), path: signerBaseOf(link.id, ceremony.signer.id) }
  const body = proveBody(reader, prove, entered)
  return sendPage(reply, status, page(reader, { organizationName: link.name, title: link.title, body }))
}

async function sendDocument(request: FastifyRequest, reply: FastifyReply, deps: HttpDependencies) {
  const { ctx, ceremony, isFresh } = await requireSession(request, deps)
  if (ceremony.step === 'closed') {
    const reader = readerOf(request)
    return sendPage(reply, 410, messagePage(reader, { organizationName: '', ...endOf(reader, ceremony) }))
  }
  const document = await findDocument(ctx, ceremony.submission.id)
  if (!document) throw new DomainError('not_found', 'document_not_found', say('document_not_made'))
  if (!isFresh) return showProve(request, reply, await locate(request, deps))
  return reply
    .type(document.contentType)
    .header('content-disposition', attachmentNamed(document.filename))
    .send(document.bytes)
}
