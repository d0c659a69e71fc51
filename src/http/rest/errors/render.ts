import type { FastifyReply, FastifyRequest } from 'fastify'
import { explainDatabaseError } from '../../../core/database-errors.ts'
import { DomainError, type Fault } from '../../../core/errors.ts'
import { sayError, sayFault, saySentence } from '../../../texts/index.ts'
import { aboutUntold, cutText, fitInReply } from '../../cut.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { type HttpError, statusOfError, tellReader } from '../../problem.ts'
import type { RawAnswer } from '../../unreadable.ts'
import { type ShapeFault, ShapeRefusal } from '../shape-fault.ts'
import { type ErrorEntry, entryFor, entryOf } from './catalogue.ts'

/** An error in the words of the catalogue, before it takes a form. */
type DescribedError = {
  entry: ErrorEntry
  detail: string
  faults: readonly ShapeFault[]
  untold: number
  retryAfterSeconds?: number
}

const byStatus: Record<number, number> = {
  408: 3011,
  413: 3004,
  414: 3005,
  415: 3003,
  421: 3010,
  431: 3009,
  404: 4001,
  405: 4002,
  503: 1001,
}
// The value in the request helps to find the fault, but it must not fill a page.
const longest = { detail: 1_000, path: 300, message: 600, value: 120, instance: 300 }

/**
 * Describes any thrown value in the catalogue's words. An error that is neither a DomainError nor a 4xx of the
 * framework is a bug: 1000.
 */
function describeError(error: unknown): DescribedError {
  if (error instanceof DomainError) {
    const entry = entryFor(error)
    const retry = error.retryAfterSeconds ?? (entry.status === 503 ? 30 : undefined)
    const faults = error instanceof ShapeRefusal ? error.shape : error.faults.map(toShape)
    return {
      entry,
      detail: entry.detail ?? (error.code === 'validation_failed' ? faults.map(tellFault).join(' ') : sayError(error)),
      faults,
      untold: error.untold,
      ...(retry === undefined ? {} : { retryAfterSeconds: retry }),
    }
  }
  const status = statusOfError(error)
  const entry = entryOf(status >= 500 ? 1000 : (byStatus[status] ?? 3006))
  const detail = entry.detail ?? (entry.code === 3006 ? tellReader(error) : entry.cause)
  return { entry, detail, faults: [], untold: 0 }
}

/**
 * Answers with an error in the guide's form `{detail, error, message, more_info}` and the request id. If Accept has
 * application/problem+json, the answer is in RFC 9457. Validation errors list every fault.
 */
export function sendError(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const explained = explainDatabaseError(error)
  const described = describeError(explained)
  const { entry, faults } = described
  const detail = cutText(described.detail, longest.detail)
  if (entry.code === 1000 || explained !== error) request.log.error({ err: error }, 'A request failed.')
  if (described.retryAfterSeconds !== undefined) reply.header('retry-after', described.retryAfterSeconds)
  if (entry.status === 401) reply.header('www-authenticate', 'Bearer realm="sealane"')
  const errors = faults.length > 0 ? { errors: presentFaults(described) } : {}
  if (wantsProblem(request.headers.accept)) {
    const problem = {
      type: moreInfoOn(entry, request.base),
      title: entry.message,
      status: entry.status,
      detail,
      instance: cutText(request.originalUrl, longest.instance),
    }
    const body = { ...problem, error: entry.code, request_id: request.id, ...errors }
    return reply.code(entry.status).type('application/problem+json').send(JSON.stringify(body))
  }
  const body = presentError(described, request.id, request.base)
  return reply
    .code(entry.status)
    .type('application/json')
    .send(JSON.stringify({ ...body, ...errors }))
}

/** The error in the guide's form, for bytes that are not a request. */
export function renderUnreadable(error: HttpError, id: string, deps: HttpDependencies): RawAnswer {
  const body = presentError(describeError(error), id, deps.publicUrl ?? deps.listening())
  return { type: 'application/json; charset=utf-8', text: JSON.stringify(body) }
}

function presentError({ entry, detail }: DescribedError, id: string, base: string) {
  const { code: error, message } = entry
  return { detail: cutText(detail, longest.detail), error, message, more_info: moreInfoOn(entry, base), request_id: id }
}

function moreInfoOn(entry: ErrorEntry, base: string): string {
  return `${base}/knowledge/errors/${entry.code}`
}

function toShape({ path, code, params }: Fault): ShapeFault {
  const message = sayFault({ code, params })
  return { path, rule: code, message, ...('value' in params ? { value: params.value } : {}) }
}

function tellFault({ path, message }: ShapeFault): string {
  return `${path.join('.') || 'body'}: ${message}`
}

function presentFaults({ faults, untold }: DescribedError) {
  const told = fitInReply(faults.map(presentFault))
  const more = untold + faults.length - told.length
  return more === 0 ? told : [...told, { path: '', rule: 'more_faults', message: saySentence(aboutUntold(more)) }]
}

function presentFault(fault: ShapeFault) {
  const value = 'value' in fault ? { value: shorten(fault.value) } : {}
  const path = cutText(fault.path.join('.'), longest.path)
  return { path, rule: fault.rule, message: cutText(fault.message, longest.message), ...value }
}

function shorten(value: unknown): unknown {
  if (typeof value === 'string') return cutText(value, longest.value)
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  return Array.isArray(value) ? '(array)' : value === undefined ? null : '(object)'
}

function wantsProblem(accept: string | undefined): boolean {
  return accept !== undefined && /application\/problem\+json(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accept)
}
