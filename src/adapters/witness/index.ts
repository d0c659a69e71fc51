import type { AskWitness } from '../../core/evidence/index.ts'

const deadlineMs = 5_000
const mostBytes = 16 * 1024

/** Sends a head to a witness that the operator has named. Throws when it does not answer in time. */
export const askWitness: AskWitness = async (url, body) => {
  const headers = { 'content-type': 'text/plain; charset=utf-8' }
  // Loaded with the first head that a witness is shown, not when the server starts.
  const { request } = await import('undici')
  const answer = await request(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(deadlineMs) })
  const text = await answer.body.text()
  if (text.length > mostBytes) throw new Error('The witness answers too much.')
  return { status: answer.statusCode, body: text }
}
