import type { FastifyReply, FastifyRequest } from 'fastify'
import { html } from 'ghtml'
import { explainDatabaseError } from '../../core/database-errors.ts'
import { DomainError, type Fault } from '../../core/errors.ts'
import { parseId } from '../../core/ids.ts'
import { type Language, sayError, sayFault, texts } from '../../texts/index.ts'
import { statusOfError } from '../problem.ts'
import { type Reader, readerOf } from '../reader.ts'
import { baseOf, signerBaseOf } from './addresses.ts'
import { pageHeaders } from './headers.ts'
import { messagePage } from './pages/layout.ts'
import { readForm } from './read-form.ts'
import { shownAgain } from './shown-again.ts'

/** Answers an error with a page in plain words. A bug is logged in full; its page has no details. */
export function renderSignError(request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const error = explainDatabaseError(thrown)
  const status = statusOfError(error)
  if (status >= 500 || error !== thrown) request.log.error({ err: thrown }, 'A page failed.')
  reply.headers(pageHeaders)
  const known = error instanceof DomainError
  if (known && error.retryAfterSeconds) reply.header('retry-after', String(error.retryAfterSeconds))
  const reader = readerOf(request)
  const { pages } = texts[reader.language]
  const titles: Record<string, string> = pages.titles
  const title = titles[known ? error.code : ''] ?? titles[status] ?? pages.titles.other
  const more = status === 429 || status >= 500 ? sendAgainHtml(request, pages.send_again) : ''
  const message = messageOf(error, status, request.id, reader)
  const way = wayOn(request, status)
  // A browser that keeps no cookies in a frame of another site keeps them in a tab of its own.
  const isOwnTab = known && (error.code === 'cookies_missing' || error.code === 'session_missing')
  const label = isOwnTab ? pages.own_tab : pages.go_on
  const body = messagePage(reader, {
    organizationName: '',
    title,
    message,
    more,
    ...(way && { way: { address: way, label, isOwnTab } }),
  })
  return reply.code(status).type('text/html; charset=utf-8').send(body)
}

function messageOf(error: unknown, status: number, id: string, { language }: Reader): string {
  const { pages } = texts[language]
  if (!(error instanceof DomainError)) return status < 500 ? pages.unreadable : pages.failed({ id })
  const messages: Record<string, string> = pages.messages
  // Core's sentences about missing things are written for organizations.
  const said =
    error.kind === 'not_found' && error.code !== 'document_not_found' ? pages.messages.page_not_found : undefined
  return (
    messages[error.code] ??
    said ??
    (error.faults.map((fault) => sayOfAddress(fault, language)).join(' ') || sayError(error, language))
  )
}

// A visitor did not write the parameters of a link, so the page names the faulty one and the person who can correct it.
function sayOfAddress(fault: Fault, language: Language): string {
  const [where, name] = fault.path
  const sentence = sayFault(fault, language)
  if (where !== 'metadata' || fault.code.startsWith('utf8_')) return sentence
  return texts[language].pages.of_address({ name: name === 'name' ? null : (name ?? null), fault: sentence })
}

/** The refused form with all values, to send again, also without a script. */
function sendAgainHtml(request: FastifyRequest, label: string): string {
  const entries = request.method === 'POST' ? Object.entries(shownAgain(readForm(request))) : []
  if (entries.length === 0) return ''
  const inputs = entries
    .map(([name, value]) => html`<textarea hidden name="${name}">${`\n${value}`}</textarea>`)
    .join('')
  const action = request.url.split('?')[0] ?? ''
  return html`<form method="post" action="${action}">!${inputs}<button type="submit">${label}</button></form>`
}

/** The link to continue: the signer's own page, or else the link. A page about a missing thing has none. */
function wayOn(request: FastifyRequest, status: number): string | undefined {
  const { link = '', signer = '' } = (request.params ?? {}) as { link?: string; signer?: string }
  const linkId = parseId('agreement_link', link)
  const signerId = parseId('signer', signer)
  if (!linkId || status === 404 || request.method === 'GET') return undefined
  return signerId ? signerBaseOf(linkId, signerId) : baseOf(linkId)
}
