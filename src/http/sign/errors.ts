import type { FastifyReply, FastifyRequest } from 'fastify'
import { html } from 'ghtml'
import { DomainError, type Fault } from '../../core/errors.ts'
import { parseId } from '../../core/ids.ts'
import { sayError, sayFault } from '../../texts/index.ts'
import { explainDatabaseError } from '../outage.ts'
import { statusOfError } from '../problem.ts'
import { baseOf, signerBaseOf } from './addresses.ts'
import { pageHeaders } from './headers.ts'
import { messagePage } from './pages/layout.ts'
import { readForm } from './read-form.ts'
import { shownAgain } from './shown-again.ts'

/** Answers whatever went wrong with a page that says so in plain words; a bug is logged whole and answered blank. */
export function renderSignError(request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const error = explainDatabaseError(thrown)
  const status = statusOfError(error)
  if (status >= 500 || error !== thrown) request.log.error({ err: thrown }, 'A page failed.')
  reply.headers(pageHeaders)
  const known = error instanceof DomainError
  if (known && error.retryAfterSeconds) reply.header('retry-after', String(error.retryAfterSeconds))
  const title = titles[known ? error.code : ''] ?? titles[status] ?? 'This did not work'
  const more = status === 429 || status >= 500 ? sendAgainHtml(request) : ''
  const body = messagePage('', title, messageOf(error, status, request.id), more, wayOn(request, status))
  return reply.code(status).type('text/html; charset=utf-8').send(body)
}

function messageOf(error: unknown, status: number, requestId: string): string {
  if (!(error instanceof DomainError)) {
    if (status < 500)
      return 'Your browser sent something that this page cannot read. Open the link that you were sent again.'
    return `Something went wrong on our side. Nothing you entered is lost. Try again, and quote ${requestId} when you ask.`
  }
  // What core says of things that are not there is meant for organizations.
  const said = error.kind === 'not_found' && error.code !== 'document_not_found' ? messages.page_not_found : undefined
  return messages[error.code] ?? said ?? (error.faults.map(sayOfAddress).join(' ') || sayError(error))
}

// Whoever opened a link did not write what it carries: they are told what it is of the address, and who can mend it.
function sayOfAddress(fault: Fault): string {
  const [where, name] = fault.path
  if (where !== 'metadata' || fault.code.startsWith('utf8_')) return sayFault(fault)
  const what =
    name === undefined || name === 'name'
      ? 'What the address of this link carries'
      : `“${name}” in the address of this link`
  return `${what} cannot be kept: ${sayFault(fault)} Ask whoever sent it for another link.`
}

/** The form that was not taken, to be sent again with all that was entered, also where no script runs. */
function sendAgainHtml(request: FastifyRequest): string {
  const entries = request.method === 'POST' ? Object.entries(shownAgain(readForm(request))) : []
  if (entries.length === 0) return ''
  const inputs = entries
    .map(([name, value]) => html`<textarea hidden name="${name}">${`\n${value}`}</textarea>`)
    .join('')
  const action = request.url.split('?')[0] ?? ''
  return html`<form method="post" action="${action}">!${inputs}<button type="submit">Send it again</button></form>`
}

/** Where a person can go on: the signer's own page, else the link. None from what is not there. */
function wayOn(request: FastifyRequest, status: number): { address: string; label: string } | undefined {
  const { link = '', signer = '' } = (request.params ?? {}) as { link?: string; signer?: string }
  const linkId = parseId('agreement_link', link)
  const signerId = parseId('signer', signer)
  if (!linkId || status === 404 || request.method === 'GET') return undefined
  return { address: signerId ? signerBaseOf(linkId, signerId) : baseOf(linkId), label: 'Go on where you stand' }
}

const titles: Record<string, string> = {
  404: 'There is nothing here',
  409: 'Something has changed meanwhile',
  410: 'This link is closed',
  403: 'That is not possible',
  408: 'That took too long',
  413: 'That is too large',
  422: 'This link cannot be opened',
  429: 'Too much at once',
  503: 'Not now',
  submission_closed: 'This agreement is over',
  step_not_reached: 'Not yet',
}

const messages: Record<string, string> = {
  database_unavailable: 'This page cannot be shown just now. Nothing you entered is lost. Try again in a few seconds.',
  agreement_link_not_found:
    'There is no agreement at this address. Check that the link is complete, or ask whoever sent it.',
  invitation_not_found:
    'There is no invitation at this address. Check that the link is complete, or ask whoever sent it for a new one.',
  signer_not_found: 'There is nothing of yours at this address. Open the link that you were sent again.',
  submission_not_found: 'There is nothing of yours at this address. Open the link that you were sent again.',
  document_tampered:
    'This document cannot be shown: it is not the one that was finished. Tell whoever sent the agreement.',
  subject_erased: 'What was known of you here was erased, so nothing more can be done with this agreement.',
  page_not_found: 'There is no page at this address. Open the link that you were sent again.',
}
