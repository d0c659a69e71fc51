import { STATUS_CODES } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { explainDatabaseError } from '../core/database-errors.ts'
import { DomainError, type ErrorKind, say } from '../core/errors.ts'
import { type Language, type Said, sayError, tell } from '../texts/index.ts'
import { cutText } from './cut.ts'

/** An error of HTTP itself without a kind in core, such as 414. */
export class HttpError extends Error {
  readonly statusCode: number
  readonly said: Said

  constructor(statusCode: number, said: Said) {
    super(said.code)
    this.statusCode = statusCode
    this.said = said
  }
}

/** HTTP status of each kind of error; the same for both dialects. */
export const statusOf: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  limited: 429,
  unavailable: 503,
}

/** Answers errors and unknown paths outside of the dialects, in the form of the path's face. */
export function registerProblems(
  app: FastifyInstance,
  render: (request: FastifyRequest, reply: FastifyReply, error: unknown) => FastifyReply,
): void {
  app.setErrorHandler((error, request, reply) => render(request, reply, error))
  app.setNotFoundHandler((request, reply) => render(request, reply, unknownPath(request)))
}

export function unknownPath(request: { method: string; originalUrl: string }): DomainError {
  const path = cutText(request.originalUrl.split('?')[0] ?? '', 300)
  return new DomainError('not_found', 'unknown_path', say('unknown_path', { at: `${request.method} ${path}` }))
}

/** The status of any thrown value: ours, the framework's 4xx, or 500 for a bug. */
export function statusOfError(error: unknown): number {
  if (error instanceof DomainError) return statusOf[error.kind]
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 500 ? status : 500
}

/** The sentence of a refusal: by its code, or from the framework. */
export function tellReader(error: unknown, language?: Language): string {
  return error instanceof DomainError ? sayError(error, language) : tell(refusalOf(error), language)
}

/** The refusal of an error that is not core's, by its code. */
export function refusalOf(error: unknown): Said {
  if (error instanceof HttpError) return error.said
  return error instanceof Error ? say('unreadable_because', { why: error.message }) : say('request_unreadable')
}

/** Answers with RFC 9457 problem details. A bug is logged in full; its answer has no details. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const error = explainDatabaseError(thrown)
  const status = statusOfError(error)
  if (status >= 500) request.log.error({ err: thrown }, 'A request failed.')
  const detail = error instanceof DomainError || status < 500 ? tellReader(error) : tell(say('failed'))
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail, instance: request.id }))
}
