import type { AnswerHeaders } from './outcome.ts'

/** The stored part of a request's headers. The event and the webhook give the rest. */
export type Sent = readonly [timestamp: string, signature: string, others: readonly string[]]

/** Headers for display, by name in lower case. */
export type ShownHeaders = Record<string, string>

/** Replaces a secret value. */
export const hidden = '••••'

const mostLetters = 2_048
const mostOfOne = 300
const secretAnswers = new Set(['set-cookie', 'authorization', 'www-authenticate', 'proxy-authenticate'])

/** The part of the sent headers to store. `others` are the names that the webhook's settings add. */
export function keepSent(headers: Readonly<Record<string, string>>, others: readonly string[]): Sent {
  return [headers['webhook-timestamp'] ?? '', headers['webhook-signature'] ?? '', others]
}

/** The headers of an answer to store: shortened, without secrets, up to a total length. */
export function keepAnswerHeaders(headers: AnswerHeaders): ShownHeaders {
  const kept: ShownHeaders = {}
  let left = mostLetters
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue
    const text = secretAnswers.has(name) ? hidden : String(value).replaceAll('\0', '').slice(0, mostOfOne)
    left -= name.length + text.length
    if (left < 0) break
    kept[name] = text
  }
  return kept
}
