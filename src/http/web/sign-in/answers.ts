import type { FastifyReply, FastifyRequest } from 'fastify'
import { explainDatabaseError } from '../../../core/database-errors.ts'
import { DomainError, say } from '../../../core/errors.ts'
import { type Language, sayError, sayFault, tell } from '../../../texts/index.ts'
import { statusOfError, tellReader } from '../../problem.ts'
import { readerOf } from '../../reader.ts'

/** The refusal of a sign-in. It is the same for a wrong address and a wrong password. */
export function wrongEmailOrPassword(): DomainError {
  return new DomainError('unauthenticated', 'wrong_email_or_password', say('wrong_email_or_password'))
}

/** The refusal of a wrong password from a signed-in person. */
export function wrongPassword(): DomainError {
  return new DomainError('forbidden', 'wrong_password', say('wrong_password'))
}

/** Answers with an error: a code for the page, a sentence for the person, and the id of the request. */
export function renderSignInError(request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const error = explainDatabaseError(thrown)
  const status = statusOfError(error)
  if (status >= 500) request.log.error({ err: thrown }, 'A request of sign-in failed.')
  if (error instanceof DomainError && error.retryAfterSeconds) reply.header('retry-after', error.retryAfterSeconds)
  return reply.code(status).send({ ...describe(error, status, readerOf(request).language), requestId: request.id })
}

function describe(
  error: unknown,
  status: number,
  language: Language,
): { code: string; message: string; faults?: object[] } {
  if (!(error instanceof DomainError)) {
    return status >= 500
      ? { code: 'internal_error', message: tell(say('failed'), language) }
      : {
          code: 'bad_request',
          message: status === 415 ? tell(say('json_object'), language) : tellReader(error, language),
        }
  }
  const { code, faults } = error
  if (faults.length === 0) return { code, message: sayError(error, language) }
  const told = faults.map((each) => ({
    member: each.path.join('.'),
    code: each.code,
    message: sayFault(each, language),
  }))
  return { code, message: told.map(({ message }) => message).join(' '), faults: told }
}
