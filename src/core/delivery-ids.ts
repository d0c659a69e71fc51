import { createHash } from 'node:crypto'
import type { Id } from './ids.ts'

/**
 * The id of an event's delivery to a webhook. Its first half is that of the event's id, so that an index of events finds
 * what it may be of; its second half is a hash of both. The function `delivery_id` of the database says the same.
 */
export function deliveryIdOf(eventId: Id, webhookId: Id): Id {
  return derive(eventId, createHash('sha256').update(bytesOf(eventId)).update(bytesOf(webhookId)).digest())
}

/** The id of one attempt of a delivery, made in the same way; `attempt_id` of the database says the same. */
export function attemptIdOf(eventId: Id, webhookId: Id, number: number): Id {
  const last = Buffer.alloc(4)
  last.writeInt32BE(number)
  return derive(eventId, createHash('sha256').update(bytesOf(eventId)).update(bytesOf(webhookId)).update(last).digest())
}

function bytesOf(id: Id): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

// The variant of a UUID is kept, so that the whole is a UUIDv7 of the moment of the event.
function derive(eventId: Id, digest: Buffer): Id {
  digest[0] = ((digest[0] ?? 0) & 0x3f) | 0x80
  const hex = digest.toString('hex', 0, 8)
  return `${eventId.slice(0, 19)}${hex.slice(0, 4)}-${hex.slice(4)}`
}
