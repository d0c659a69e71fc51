import { formatId, type Id } from '../ids.ts'
import { type SigningKeys, signBody } from './signature.ts'

/** The parts of a delivery that its headers need. */
type SignedDelivery = {
  webhookId: Id | null
  event: { id: Id; isTest: boolean }
  sequence: number
  body: Buffer
}

/** The headers of an attempt that starts at `now`: Standard Webhooks 1.0.0 and the sequence number. */
export function headersOf(keys: SigningKeys, { webhookId, event, sequence, body }: SignedDelivery, now: Date) {
  const id = formatId('event', event.id)
  const timestamp = Math.floor(now.getTime() / 1_000)
  return {
    ...fixedHeaders({ id, webhookId, sequence, isTest: event.isTest }),
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signBody(keys, id, timestamp, body),
  }
}

type Fixed = { id: string; webhookId: Id | null; sequence: number; isTest: boolean }

/** The headers that all attempts of a delivery share. */
export function fixedHeaders({ id, webhookId, sequence, isTest }: Fixed): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'Sealane-Webhooks/1',
    'webhook-id': id,
    // The webhook's id, because several webhooks may share a URL and `webhook-id` is the event's.
    ...(webhookId === null ? {} : { 'webhook-endpoint-id': formatId('webhook', webhookId) }),
    'webhook-sequence': String(sequence),
    ...(isTest ? { 'webhook-test': 'true' } : {}),
  }
}
