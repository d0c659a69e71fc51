import type { FastifyInstance } from 'fastify'
import {
  approveAgreement,
  askForCode,
  declineAgreement,
  delegateSigner,
  giveDetails,
  giveSignerConsent,
  identifySigner,
  loadCeremony,
  nameOthers,
  proveByCode,
  requireSameForm,
  type SentForm,
  saveDraft,
  signAgreement,
} from '../../core/ceremony/index.ts'
import { DomainError, notFound } from '../../core/errors.ts'
import { parseId } from '../../core/ids.ts'
import { toParameters } from '../../core/submissions/index.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { wishedLanguage } from '../language-switch.ts'
import { type Reader, readerOf } from '../reader.ts'
import { requireFewCodes } from './guard.ts'
import { messagePage } from './pages/layout.ts'
import { writeQuery } from './query.ts'
import { readConsent, readForm, readIdentity, readOthers, readSignature } from './read-form.ts'
import { sendPage } from './send.ts'
import { readSent } from './sent-form.ts'
import { endSession, keepProof, locate, requireSession, type Session } from './session.ts'
import { showProve, signerParam } from './signer.ts'
import { sayTo, wordsFor } from './words.ts'
import { showAgain, workOn } from './work-on.ts'

type Form = Record<string, string>

/** Takes a signer's forms. Each names its submission, signer, step and version. */
export function registerSteps(app: FastifyInstance, deps: HttpDependencies): void {
  const step = (name: string, work: (session: Session, form: Form, sent: SentForm, reader: Reader) => Promise<void>) =>
    app.post(`/:link/${signerParam}/${name}`, async (request, reply) => {
      const session = await requireSession(request, deps)
      const place = await locate(request, deps)
      const form = readForm(request)
      const reader = readerOf(request)
      const wished = wishedLanguage(form)
      if (wished) return showAgain(request, reply, { session, place, form, reader }, wished)
      const sent = () => readSent(request, form)
      // The typed values of a form with faults are kept too, so that the signer can continue in any browser.
      const { token } = session.ceremony.proposed
      const keep = () =>
        saveDraft(session.ctx, session.ceremony, sent(), { ...readSignature(form, reader), ...(token && { token }) })
      const isFilledIn = name === 'sign' || name === 'approve'
      const of = { session, place, form, reader, ...(isFilledIn && { keep }) }
      return workOn(reply, of, () => work(session, form, sent(), reader))
    })
  step('identify', ({ ctx, ceremony }, form, sent, reader) =>
    identifySigner(ctx, ceremony, sent, readIdentity(form, reader)),
  )
  step('consent', ({ ctx, ceremony }, form, sent, reader) =>
    giveSignerConsent(ctx, ceremony, sent, readConsent(form, reader)),
  )
  step('details', ({ ctx, ceremony }, form, sent, { locale }) =>
    giveDetails(ctx, deps.providers, ceremony, sent, { typed: form, locale }),
  )
  step('sign', ({ ctx, ceremony }, form, sent, reader) =>
    signAgreement(ctx, ceremony, sent, readSignature(form, reader)),
  )
  step('approve', ({ ctx, ceremony }, form, sent, reader) =>
    approveAgreement(ctx, ceremony, sent, readSignature(form, reader)),
  )
  step('others', ({ ctx, ceremony }, form, sent) => nameOthers(ctx, ceremony, sent, readOthers(form)))
  step('decline', ({ ctx, ceremony }, form, sent) => declineAgreement(ctx, ceremony, sent, form.reason ?? ''))
  app.post(`/:link/${signerParam}/delegate`, async (request, reply) => {
    const session = await requireSession(request, deps)
    const place = await locate(request, deps)
    const [form, reader] = [readForm(request), readerOf(request)]
    const whom = { name: form.delegate_name ?? '', email: form.delegate_email ?? '' }
    const pass = () => delegateSigner(session.ctx, session.ceremony, readSent(request, form), whom)
    const { organizationName } = session
    const { title } = session.ceremony.version
    // The part no longer belongs to this browser, and neither does its page.
    return workOn(reply, { session, place, form, reader }, pass, () =>
      sendPage(reply, 200, messagePage(reader, { organizationName, title, message: wordsFor(reader).delegate.done })),
    )
  })
  registerRestart(app, deps)
  registerProof(app, deps)
}

// The submission stays. This browser forgets it, and begins again with the same link.
function registerRestart(app: FastifyInstance, deps: HttpDependencies): void {
  app.post(`/:link/${signerParam}/restart`, async (request, reply) => {
    const session = await requireSession(request, deps)
    const { base } = await locate(request, deps)
    requireSameForm(session.ceremony, readSent(request, readForm(request)))
    await endSession(request, reply, session)
    const { submission } = session.ceremony
    // Metadata that the organization gave stays with the old submission.
    const query = submission.metadata_source === 'link' ? writeQuery(toParameters(submission.metadata)) : ''
    return reply.redirect(query ? `${base}?${query}` : base, 303)
  })
}

function registerProof(app: FastifyInstance, deps: HttpDependencies): void {
  app.post(`/:link/${signerParam}/code`, async (request, reply) => {
    const { visitor, signerId, address } = await locateSigner(request, deps)
    await requireFewCodes(request, reply, deps)
    await askForCode(visitor, signerId, readerOf(request).language)
    return reply.redirect(address, 303)
  })
  app.post(`/:link/${signerParam}/prove`, async (request, reply) => {
    const { visitor, signerId, address, ceremony, place } = await locateSigner(request, deps)
    const form = readForm(request)
    const wished = wishedLanguage(form)
    if (wished) return showProve(request, reply, place, { values: form, faults: [] }, wished)
    await requireFewCodes(request, reply, deps)
    try {
      keepProof(request, reply, await proveByCode(visitor, signerId, form.code ?? ''), ceremony)
    } catch (error) {
      if (!(error instanceof DomainError) || error.faults.length === 0) throw error
      const faults = error.faults.map((fault) => sayTo(fault, [], readerOf(request)))
      return showProve(request, reply, place, { values: {}, faults })
    }
    return reply.redirect(address, 303)
  })
}

/** The signer of an address, in any browser. Throws `signer_not_found`. */
async function locateSigner(request: Parameters<typeof locate>[0], deps: HttpDependencies) {
  const place = await locate(request, deps)
  const { signer = '' } = request.params as { signer?: string }
  const signerId = parseId('signer', signer) ?? ''
  const ceremony = await loadCeremony(place.visitor, signerId)
  if (ceremony.submission.agreement_link_id !== place.link.id) throw notFound('signer')
  return { place, visitor: place.visitor, signerId, ceremony, address: `${place.base}${signer}/` }
}
