import { formatId, type Id } from '../ids.ts'
import type { Vault } from '../vault.ts'
import { createKeyring, type SealedKeys } from './keyring.ts'
import { judge, type SendResult, type Verdict } from './outcome.ts'
import { type SigningKeys, signBody } from './signature.ts'

/** One POST to a receiver. Implemented by the outbound adapter; it never throws for what a receiver does. */
export type Send = (request: {
  url: string
  headers: Record<string, string>
  body: Buffer
  signal: AbortSignal
}) => Promise<SendResult>

/** What the body is rendered from. */
export type RenderedEvent = { id: Id; type: string; data: Record<string, unknown>; occurredAt: Date; isTest: boolean }

/** Makes the bytes of a body in the API version that a webhook is pinned to. Must depend on nothing else. */
export type RenderBody = (event: RenderedEvent, webhook: { apiVersion: string }) => Buffer

/** A delivery that is to be tried now. */
export type DueDelivery = SealedKeys & {
  event: RenderedEvent
  sequence: number
  /** How many attempts there were before. */
  attempts: number
  destinationUrl: string
  apiVersion: string
}

/** What the engine needs to know of webhooks: how a body looks, and how one attempt goes. */
export type DeliveryRules = {
  render: RenderBody
  attempt(delivery: DueDelivery, body: Buffer, signal: AbortSignal): Promise<Verdict>
}

export type DeliveryRulesOptions = {
  vault: Vault
  send: Send
  render?: RenderBody
  now?: () => Date
  waits?: readonly number[]
}

/** The rules of this product for the delivery engine. */
export function createDeliveryRules(options: DeliveryRulesOptions): DeliveryRules {
  const now = options.now ?? (() => new Date())
  const keyring = createKeyring(options.vault)
  return {
    render: options.render ?? renderPlainBody,
    async attempt(delivery, body, signal) {
      const at = now()
      const headers = headersFor(keyring.open(delivery, at), delivery, body, at)
      const result = await options.send({ url: delivery.destinationUrl, headers, body, signal })
      return judge(result, delivery.attempts + 1, now(), options.waits)
    },
  }
}

/** The body of Standard Webhooks 1.0.0: type, timestamp of the event, data. */
export function renderPlainBody(event: RenderedEvent): Buffer {
  const { type, occurredAt, data } = event
  return Buffer.from(JSON.stringify({ type, timestamp: occurredAt.toISOString(), data }))
}

function headersFor(keys: SigningKeys, delivery: DueDelivery, body: Buffer, now: Date): Record<string, string> {
  const id = formatId('event', delivery.event.id)
  const timestamp = Math.floor(now.getTime() / 1_000)
  return {
    'content-type': 'application/json',
    'user-agent': 'Sealane-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signBody(keys, id, timestamp, body),
    'webhook-sequence': String(delivery.sequence),
    ...(delivery.event.isTest ? { 'webhook-test': 'true' } : {}),
  }
}
