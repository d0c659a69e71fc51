import { createHash } from 'node:crypto'
import type { Id } from './ids.ts'

/**
 * The id of an event's delivery to a webhook. The first half is that of the event's id, so that an index of events
 * finds the delivery. The second half is a hash of both ids. The SQL function `delivery_id` computes the same.
 */
export function deliveryIdOf(eventId: Id, webhookId: Id): Id {
  return derive(eventId, createHash('sha256').update(bytesOf(eventId)).update(bytesOf(webhookId)).digest())
}

/** The id of an attempt, made in the same way. The SQL function `attempt_id` computes the same. */
export function attemptIdOf(eventId: Id, webhookId: Id, number: number): Id {
  const last = Buffer.alloc(4)
  last.writeInt32BE(number)
  return derive(eventId, createHash('sha256').update(bytesOf(eventId)).update(bytesOf(webhookId)).update(last).digest())
}

function bytesOf(id: Id): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

// Keeps the variant bits of a UUID, so that the id is a UUIDv7 of the event's time.
function derive(eventId: Id, digest: Buffer): Id {
  digest[0] = ((digest[0] ?? 0) & 0x3f) | 0x80
  const hex = digest.toString('hex', 0, 8)
  return `${eventId.slice(0, 19)}${hex.slice(0, 4)}-${hex.slice(4)}`
}
