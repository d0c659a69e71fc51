import { readFileSync } from 'node:fs'
import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  declineAgreement,
  giveDetails,
  giveSignerConsent,
  identifySigner,
  openInvitation,
  signAgreement,
  viewAgreement,
} from '../../core/ceremony/index.ts'
import { DomainError, notFound } from '../../core/errors.ts'
import { findDocument, openLink, toMetadata } from '../../core/submissions/index.ts'
import { attachmentNamed } from '../content-disposition.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { explainDatabaseError } from '../outage.ts'
import { statusOfError } from '../problem.ts'
import { localeOf } from './locale.ts'
import { messagePage } from './pages/layout.ts'
import { readForm, readSignature } from './read-form.ts'
import { requireSameSite } from './same-site.ts'
import {
  endSession,
  locate,
  readSession,
  requireSession,
  type Session,
  startSession,
  visitorContext,
} from './session.ts'
import { showStep } from './show.ts'
import { sayFault } from './words.ts'

/** The language of the texts that are consented to. */
const language = 'en'
/** An office behind one address still fits; a script that opens a link in a loop does not. */
const newSubmissionsPerMinute = 120
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

const pageHeaders = {
  'content-security-policy': policy,
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

/** The public ceremony: plain HTML pages and forms, one address for each link, the step decided by what is recorded. */
export async function signPlugin(app: FastifyInstance, { deps }: { deps: HttpDependencies }): Promise<void> {
  await app.register(cookie)
  // These pages take forms and nothing else.
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(pageHeaders)
    requireSameSite(request)
  })
  app.setErrorHandler((error, request, reply) => renderSignError(request, reply, error))
  app.setNotFoundHandler((request, reply) => renderSignError(request, reply, notFound('page')))
  registerAssets(app)
  registerPages(app, deps)
  registerSteps(app, deps)
}

function registerPages(app: FastifyInstance, deps: HttpDependencies): void {
  app.get('/:link', async (request, reply) => {
    const session = await readSession(request, deps)
    const parameters = queryOf(request)
    if (session && isSameRun(session, parameters)) return arrive(request, reply, session)
    const { link, shortId, base } = await locate(request, deps)
    if (isLookAhead(request))
      return send(reply, 200, messagePage(link.name, link.title, 'Open this address to read and sign.'))
    const open = await openLink(deps.database.system, link.id, deps.now())
    await requireQuietVisitor(request, deps)
    const ctx = visitorContext(request, deps, link.organization_id)
    const { ceremony, token } = await viewAgreement(ctx, open, parameters)
    startSession(request, reply, shortId, { token, ctx, ceremony })
    return arrive(request, reply, { ctx, ceremony, organizationName: open.organizationName, base })
  })
  // A way in that was made for one person: it opens their submission in this browser.
  app.get('/:link/begin/:token', async (request, reply) => {
    const { link, shortId, base } = await locate(request, deps)
    const { token } = request.params as { token: string }
    if (isLookAhead(request))
      return send(reply, 200, messagePage(link.name, link.title, 'Open this address to read and sign.'))
    const ctx = visitorContext(request, deps, link.organization_id)
    const ceremony = await openInvitation(ctx, token)
    if (ceremony.submission.agreement_link_id !== link.id) throw notFound('submission')
    startSession(request, reply, shortId, { token, ctx, ceremony })
    return reply.redirect(base, 303)
  })
  app.get('/:link/consent-:part', async (request, reply) => {
    const session = await readSession(request, deps)
    const { base } = await locate(request, deps)
    const { part } = request.params as { part: string }
    if (session?.ceremony.step !== 'consent' || !/^[1-9]$/.test(part)) return reply.redirect(base, 303)
    return send(reply, 200, showStep(session.organizationName, session.ceremony, Number(part)))
  })
  // A step's own address is only posted to; who comes back to it by the back button is shown where they stand.
  app.get('/:link/:step(identify|consent|details|sign|decline|restart)', async (request, reply) => {
    const { base } = await locate(request, deps)
    return reply.redirect(base, 303)
  })
  app.get('/:link/document', async (request, reply) => {
    const { ctx, ceremony } = await requireSession(request, deps)
    const document = await findDocument(ctx, ceremony.submission.id)
    if (!document)
      throw new DomainError(
        'not_found',
        'document_not_found',
        'The document is not finished yet. Try again in a moment.',
      )
    return reply
      .type(document.contentType)
      .header('content-disposition', attachmentNamed(document.filename))
      .send(document.bytes)
  })
}

function registerSteps(app: FastifyInstance, deps: HttpDependencies): void {
  const step = (
    name: string,
    work: (session: Session, form: Record<string, string>, locale: string) => Promise<void>,
  ) =>
    app.post(`/:link/${name}`, async (request, reply) => {
      const session = await requireSession(request, deps)
      const form = readForm(request)
      try {
        await work(session, form, localeOf(request))
      } catch (error) {
        if (!(error instanceof DomainError) || error.faults.length === 0) throw error
        const { fields } = session.ceremony.version
        const faults = error.faults.map((fault) => sayFault(fault, fields, localeOf(request)))
        return send(reply, 422, showStep(session.organizationName, session.ceremony, 1, { values: form, faults }))
      }
      return reply.redirect(session.base, 303)
    })
  step('identify', ({ ctx, ceremony }, form) => {
    const { name = '', email = '' } = form
    return identifySigner(ctx, ceremony, {
      name,
      email,
      electronicRecords: form.electronic_records === 'true',
      locale: language,
    })
  })
  step('consent', ({ ctx, ceremony }, form) => {
    const { kind = '', typed_name: typedName = '' } = form
    return giveSignerConsent(ctx, ceremony, { kind, typedName, agreed: form.agreed === 'true', locale: language })
  })
  step('details', ({ ctx, ceremony }, form, locale) =>
    giveDetails(ctx, deps.providers, ceremony, { typed: form, locale }),
  )
  step('sign', ({ ctx, ceremony }, form, locale) =>
    signAgreement(ctx, deps.readDrawing, ceremony, readSignature(form, locale)),
  )
  step('decline', ({ ctx, ceremony }, form) => declineAgreement(ctx, ceremony, form.reason ?? ''))
  app.post('/:link/restart', async (request, reply) => {
    const { shortId, base } = await locate(request, deps)
    endSession(reply, shortId)
    return reply.redirect(base, 303)
  })
}

function registerAssets(app: FastifyInstance): void {
  const read = (file: string) => readFileSync(new URL(`./assets/${file}`, import.meta.url))
  const pad = readFileSync(new URL(import.meta.resolve('signature_pad')))
  const serve = (name: string, type: string, content: Buffer) =>
    app.get(`/assets/${name}`, { logLevel: 'warn' }, (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=3600').send(content),
    )
  serve('sign.css', 'text/css; charset=utf-8', read('sign.css'))
  serve('sign.js', 'text/javascript; charset=utf-8', read('sign.js'))
  serve('signature_pad.js', 'text/javascript; charset=utf-8', pad)
}

/** At the page's own address the step is shown; from anywhere else the visitor is sent there, with a clean address. */
function arrive(request: FastifyRequest, reply: FastifyReply, session: Session) {
  if (request.url !== session.base) return reply.redirect(session.base, 303)
  return send(reply, 200, showStep(session.organizationName, session.ceremony))
}

/** Other parameters than those of the open submission are another submission: the sender sent another link. */
function isSameRun({ ceremony }: Session, parameters: [string, string][]): boolean {
  const { metadata } = ceremony.submission
  const asked = Object.entries(toMetadata(parameters))
  return asked.every(([name, value]) => Object.hasOwn(metadata, name) && metadata[name] === value)
}

/** Each new submission writes rows and tells webhooks, so one address begins only so many a minute. Throws `rate_limited`. */
async function requireQuietVisitor(request: FastifyRequest, deps: HttpDependencies): Promise<void> {
  const usage = await deps.rateLimits.count(`view:${request.ip}`, newSubmissionsPerMinute)
  if (!usage.isOver) return
  const message = `This address has opened too many agreements just now. Wait ${usage.resetSeconds} seconds and open the link again.`
  throw new DomainError('limited', 'rate_limited', message, { retryAfterSeconds: usage.resetSeconds })
}

/** A browser that fetches ahead, or somebody who asks for headers only, has not seen the agreement. */
function isLookAhead(request: FastifyRequest): boolean {
  const purpose = `${request.headers['sec-purpose'] ?? ''} ${request.headers.purpose ?? ''}`
  return request.method === 'HEAD' || /prefetch|prerender/i.test(purpose)
}

function queryOf(request: FastifyRequest): [string, string][] {
  const { search } = new URL(request.url, 'http://localhost')
  return [...new URLSearchParams(search)]
}

/** Answers whatever went wrong with a page that says so in plain words; a bug is logged whole and answered blank. */
export function renderSignError(request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const error = explainDatabaseError(thrown)
  const status = statusOfError(error)
  if (status >= 500 || error !== thrown) request.log.error({ err: thrown }, 'A page failed.')
  reply.headers(pageHeaders)
  const known = error instanceof DomainError
  if (known && error.retryAfterSeconds) reply.header('retry-after', String(error.retryAfterSeconds))
  const title = titles[status] ?? 'This did not work'
  const blank = `Something went wrong on our side. Nothing you entered is lost. Try again, and quote ${request.id} when you ask.`
  const message = known ? error.message : status < 500 ? (plainly[status] ?? unreadable) : blank
  return send(reply, status, messagePage('', title, messages[known ? error.code : ''] ?? message))
}

const unreadable = 'Your browser sent something that this page cannot read. Open the link that you were sent again.'

/** What a person is told who came to a server that does not know its own name. */
const plainly: Record<number, string> = {
  421: 'There is no agreement at this address. Open the link that you were sent, or ask whoever sent it.',
}

const titles: Record<number, string> = {
  421: 'There is nothing here',
  404: 'There is nothing here',
  410: 'This link is closed',
  403: 'That is not possible',
  413: 'That is too large',
  429: 'Too much at once',
  503: 'Not now',
}

const messages: Record<string, string> = {
  database_unavailable: 'This page cannot be shown just now. Nothing you entered is lost. Try again in a few seconds.',
  agreement_link_not_found:
    'There is no agreement at this address. Check that the link is complete, or ask whoever sent it.',
  page_not_found: 'There is no page at this address. Open the link that you were sent again.',
}

function send(reply: FastifyReply, status: number, body: string) {
  return reply.code(status).type('text/html; charset=utf-8').send(body)
}
