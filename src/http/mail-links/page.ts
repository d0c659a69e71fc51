import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { explainDatabaseError } from '../../core/database-errors.ts'
import { DomainError, type Fault, say } from '../../core/errors.ts'
import { type Language, sayError, sayFault, texts } from '../../texts/index.ts'
import { addressToLimit } from '../client-address.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { keepLanguage, languageSwitch, mainForm, registerLanguage } from '../language-switch.ts'
import { heedMethods } from '../other-methods.ts'
import { escapeHtml, renderPage } from '../pages/index.ts'
import { statusOfError } from '../problem.ts'
import { type Reader, readerOf } from '../reader.ts'

const requestsPerMinute = 60

const headers = {
  'content-security-policy':
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  // The address contains a secret, which other sites and caches must not see.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

/**
 * Sets the headers, the form reader and the limits by address of the pages that mails link to. The caller calls the
 * returned function after the last route; it answers other methods.
 */
export function prepare(app: FastifyInstance, deps: HttpDependencies): () => void {
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    const usage = await deps.rateLimits.count(`mail-link:${addressToLimit(request)}`, requestsPerMinute)
    if (!usage.isOver) return
    const { resetSeconds: seconds } = usage
    throw new DomainError('limited', 'rate_limited', say('link_limited', { seconds }), { retryAfterSeconds: seconds })
  })
  const refuseOtherMethods = heedMethods(app)
  registerLanguage(app)
  return refuseOtherMethods
}

/** The words of these pages in a language. */
export function wordsFor({ language }: Pick<Reader, 'language'>): (typeof texts)['en']['mail_pages'] {
  return texts[language].mail_pages
}

/**
 * Answers with a page. `body` is HTML; `title` is text. `query` leads back to the page after a form, if the address
 * alone does not. `language` is the language that the form requested.
 */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: { title: string; body: string; status?: number; query?: string; language?: Language | undefined },
): FastifyReply {
  const { title, body, status = 200, language } = page
  if (language) keepLanguage(request, reply, language)
  const reader = readerOf(request, language)
  const { query = reader.query } = page
  const [, prefix = ''] = /^(\/join|\/failure-mails|\/app\/webhooks)/.exec(reader.path) ?? []
  const foot = languageSwitch({ ...reader, query }, prefix, body.includes(`id="${mainForm}"`))
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(renderPage(title, `<h1>${escapeHtml(title)}</h1>${body}`, reader.language, foot))
}

export function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`
}

/** The faults of a form, each with a link to its field; an empty text without faults. */
export function faultList(faults: readonly Fault[], language: Language): string {
  if (faults.length === 0) return ''
  const items = faults.map(
    (fault) => `<li><a href="#${fault.path.join('-')}">${escapeHtml(sayFault(fault, language))}</a></li>`,
  )
  return `<div role="alert"><h2>${escapeHtml(texts[language].mail_pages.frame.check)}</h2><ul>${items.join('')}</ul></div>`
}

// The pages do not tell people about methods and paths.
function asPage(error: DomainError): DomainError {
  return error.code === 'unknown_path'
    ? new DomainError('not_found', 'page_not_found', say('mail_page_missing'))
    : error
}

/** Answers an error with a page in plain words. A bug is logged in full; its page has no details. */
export function renderMailLinkError(request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const error = explainDatabaseError(thrown)
  const status = statusOfError(error)
  if (status >= 500) request.log.error({ err: thrown }, 'A page failed.')
  reply.headers(headers)
  if (error instanceof DomainError && error.retryAfterSeconds)
    reply.header('retry-after', String(error.retryAfterSeconds))
  const { language } = readerOf(request)
  const words = texts[language].mail_pages
  const titles: Record<string, string> = words.titles
  const known = error instanceof DomainError ? sayError(asPage(error), language) : undefined
  const message = known ?? (status < 500 ? words.unreadable : words.failed({ id: request.id }))
  return sendPage(request, reply, { title: titles[status] ?? words.titles.other, body: paragraph(message), status })
}
