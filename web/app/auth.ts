import { JsonApiError } from '../../clients/jsonapi/src/index.ts'
import { confirmIdentity } from './identity.ts'
import { wishedLanguage } from './language.tsx'
import { prefix } from './place.ts'

/**
 * Calls `/auth` for the person's own sign-in. It throws errors in the API's form, so that forms and notes show them in
 * the same way. If the server needs a fresh sign-in, the person confirms it and the call is repeated.
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

/** Whether the server requires that the person confirms their identity. */
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
