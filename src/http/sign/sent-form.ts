import { createHash, createHmac } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { SentForm } from '../../core/ceremony/index.ts'
import { DomainError, say } from '../../core/errors.ts'
import { parseId } from '../../core/ids.ts'
import { readMark } from './session.ts'

type Form = Record<string, string>

/** The hidden inputs of a form, and a hash over all its values. Only this browser can compute that hash again. */
export function readSent(request: FastifyRequest, form: Form): SentForm {
  const entries = Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    submissionId: parseId('submission', form.submission ?? '') ?? '',
    signerId: parseId('signer', form.signer ?? '') ?? '',
    step: form.step ?? '',
    version: form.shown ?? '',
    hash: createHmac('sha256', requireMark(request)).update(JSON.stringify(entries)).digest(),
  }
}

/** The hash of the page in this browser that sent a form. Throws `cookies_missing`, `form_outdated`. */
export function hashPage(request: FastifyRequest, { page = '' }: Form): Buffer {
  const mark = requireMark(request)
  if (/^[\w-]{22}$/.test(page)) return createHash('sha256').update(`${mark} ${page}`).digest()
  throw new DomainError('conflict', 'form_outdated', say('page_sent_once'))
}

function requireMark(request: FastifyRequest): string {
  const mark = readMark(request)
  if (mark) return mark
  throw new DomainError('forbidden', 'cookies_missing', say('cookies_missing'))
}
