import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError, type Fault } from '../../core/errors.ts'
import { sayError, sayFault } from '../../texts/index.ts'
import { addressToLimit } from '../client-address.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { explainDatabaseError } from '../outage.ts'
import { escapeHtml, renderPage } from '../pages/index.ts'
import { statusOfError } from '../problem.ts'

const requestsPerMinute = 60

const headers = {
  'content-security-policy':
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  // The address holds a secret, which no other site and no cache is to see.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

/** What pages that mails lead to have in common: headers, forms only, and how often one address may ask. */
export function prepare(app: FastifyInstance, deps: HttpDependencies): void {
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    const usage = await deps.rateLimits.count(`mail-link:${addressToLimit(request)}`, requestsPerMinute)
    if (!usage.isOver) return
    const message = `Wait ${usage.resetSeconds} seconds and open the link again.`
    throw new DomainError('limited', 'rate_limited', message, { retryAfterSeconds: usage.resetSeconds })
  })
}

/** Answers with a page. `body` is HTML; `title` is text. */
export function sendPage(reply: FastifyReply, title: string, body: string, status = 200): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(renderPage(title, `<h1>${escapeHtml(title)}</h1>${body}`))
}

/** A paragraph of text. */
export function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`
}

/** The faults of a form, each leading to its field; nothing when there are none. */
export function faultList(faults: readonly Fault[]): string {
  if (faults.length === 0) return ''
  const items = faults.map((fault) => `<li><a href="#${fault.path.join('-')}">${escapeHtml(sayFault(fault))}</a></li>`)
  return `<div role="alert"><h2>Please check the following</h2><ul>${items.join('')}</ul></div>`
}

/** Answers whatever went wrong with a page in plain words; a bug is logged whole and answered blank. */
export function renderMailLinkError(request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const error = explainDatabaseError(thrown)
  const status = statusOfError(error)
  if (status >= 500) request.log.error({ err: thrown }, 'A page failed.')
  reply.headers(headers)
  if (error instanceof DomainError && error.retryAfterSeconds)
    reply.header('retry-after', String(error.retryAfterSeconds))
  const blank = `Something went wrong on our side. Try again, and quote ${request.id} when you ask.`
  const unreadable = 'Your browser sent something that this page cannot read. Open the link of the mail again.'
  const message = error instanceof DomainError ? sayError(error) : status < 500 ? unreadable : blank
  return sendPage(reply, titles[status] ?? 'This did not work', paragraph(message), status)
}

const titles: Record<number, string> = {
  404: 'There is nothing here',
  429: 'Too much at once',
  503: 'Not now',
}
