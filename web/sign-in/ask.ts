import { prefix } from './place.ts'
import { words } from './words.ts'

export type Told<Answer> = { answer: Answer } | { fault: string; code: string }

/** Calls `/auth`. Errors have the server's words, in the page's language. */
export async function ask<Answer = unknown>(path: string, body?: object): Promise<Told<Answer>> {
  const { language, say } = words
  const headers = { accept: 'application/json', 'accept-language': language, 'content-type': 'application/json' }
  const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
  const reply = await fetch(`${prefix}/auth${path}`, sent).catch(() => null)
  if (reply === null) return { fault: say.unreachable, code: 'unreachable' }
  const said = await reply.json().catch(() => null)
  if (reply.ok) return { answer: said }
  const requestId = reply.headers.get('x-request-id') ?? ''
  if (said === null || reply.status >= 500) return { fault: say.failed(requestId), code: 'failed' }
  return { fault: said.message, code: said.code }
}
