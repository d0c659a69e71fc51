import type { AnswerHeaders } from './outcome.ts'

/** What of the headers of a request is kept: the rest is told from the event and the webhook. */
export type Sent = readonly [timestamp: string, signature: string, others: readonly string[]]

/** Headers as they are shown, by name in lower case. */
export type ShownHeaders = Record<string, string>

/** Stands for a value that is secret. */
export const hidden = '••••'

const mostLetters = 2_048
const mostOfOne = 300
const secretAnswers = new Set(['set-cookie', 'authorization', 'www-authenticate', 'proxy-authenticate'])

/** What is kept of the headers that an attempt sends. `others` are those that the webhook's settings add. */
export function keepSent(headers: Readonly<Record<string, string>>, others: readonly string[]): Sent {
  return [headers['webhook-timestamp'] ?? '', headers['webhook-signature'] ?? '', others]
}

/** What is kept of the headers of an answer: as many as fit, each cut, without what is secret. */
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
