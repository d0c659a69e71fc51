import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError, type ErrorKind } from '../core/errors.ts'
import type { HttpDependencies } from './dependencies.ts'

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

/** Errors and unknown paths outside of the dialects, as RFC 9457 problem details. */
export function registerProblems(app: FastifyInstance, _deps: HttpDependencies): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = statusOfError(error)
    if (status >= 500) request.log.error({ err: error }, 'A request failed.')
    const detail =
      status >= 500 ? 'Something went wrong on our side. Quote the request id when you ask.' : error.message
    return sendProblem(request, reply, status, detail)
  })
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, 404, `There is nothing at ${request.method} ${request.url.split('?')[0]}.`),
  )
}

/** The status of anything thrown: ours, the framework's 4xx, or 500 for a bug. */
export function statusOfError(error: unknown): number {
  if (error instanceof DomainError) return statusOf[error.kind]
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 500 ? status : 500
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, status: number, detail: string): FastifyReply {
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail, instance: request.id }))
}
