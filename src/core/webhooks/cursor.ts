import type { Id } from '../ids.ts'

/** A place in a list of events: all up to `base` are behind it, and those whose ids end so. */
export type EventCursor = { base: Id; seen: string[] }

const baseBytes = 16
const tailBytes = 4
const mostBytes = baseBytes + 1_000 * tailBytes

/** The random end of an id, 8 hex digits: enough to tell the events of some seconds from each other. */
export function tailOf(id: Id): string {
  return id.slice(-2 * tailBytes)
}

/** The cursor as one word that callers hand back as it is. */
export function formatCursor({ base, seen }: EventCursor): string {
  return Buffer.from(base.replaceAll('-', '') + seen.join(''), 'hex').toString('base64url')
}

/** The cursor behind a word, or null when it is none. */
export function readCursor(text: string): EventCursor | null {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.toString('base64url') !== text) return null
  if (bytes.length < baseBytes || bytes.length > mostBytes || bytes.length % tailBytes !== 0) return null
  const hex = bytes.toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)]
  return { base: parts.join('-'), seen: hex.slice(2 * baseBytes).match(/.{8}/g) ?? [] }
}
