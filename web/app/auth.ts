import { JsonApiError } from '../../clients/jsonapi/src/index.ts'
import { confirmIdentity } from './identity.ts'
import { wishedLanguage } from './language.tsx'
import { prefix } from './place.ts'

/**
 * Asks `/auth`, where people keep their own way in. What goes wrong is thrown as the API's errors are, so that forms and
 * notes tell it alike; where a fresh sign-in is missing, the person is asked for it and the same is asked again.
 */
export async function askAuth<Answer = unknown>(
  path: string,
  given: { method?: 'GET' | 'POST' | 'DELETE'; body?: object } = {},
): Promise<Answer> {
  const { body, method = body === undefined ? 'GET' : 'POST' } = given
  const headers = { accept: 'application/json', 'accept-language': wishedLanguage() }
  const typed = body === undefined ? headers : { ...headers, 'content-type': 'application/json' }
  const sent = { method, headers: typed, ...(body !== undefined && { body: JSON.stringify(body) }) }
  const reply = await fetch(`${prefix}/auth${path}`, sent)
  if (reply.ok) return reply.json()
  const error = await readError(reply)
  if (isForFreshSignIn(error) && (await confirmIdentity())) return askAuth(path, given)
  throw error
}

/** Whether the server wants to see first that it is still the person who sits here. */
export function isForFreshSignIn(error: unknown): boolean {
  return error instanceof JsonApiError && error.errors.some(({ code }) => code === 'sign_in_again')
}

type Refusal = { code?: string; message?: string; faults?: { member: string; message: string }[] }

async function readError(reply: Response): Promise<Error> {
  const said: Refusal = await reply.json().catch(() => ({}))
  const { code = 'internal_error', message = '', faults = [] } = said
  const told = faults.length === 0 ? [{ member: '', message }] : faults
  const errors = told.map((fault) => ({
    id: reply.headers.get('x-request-id') ?? '',
    status: String(reply.status),
    code,
    title: '',
    detail: fault.message,
    ...(fault.member !== '' && { source: { pointer: `/data/attributes/${fault.member}` } }),
  }))
  return new JsonApiError(reply.status, errors, reply.headers.get('x-request-id'))
}
