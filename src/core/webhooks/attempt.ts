import type { Id } from '../ids.ts'
import type { Vault } from '../vault.ts'
import { type ConnectionSettings, openConnection } from './connection.ts'
import { headersOf } from './headers.ts'
import { createKeyring, type SealedKeys } from './keyring.ts'
import { judge, type SendResult, type Verdict } from './outcome.ts'
import { keepSent, type Sent } from './sent.ts'
import { createTokens, type Tokens } from './token.ts'

/**
 * Sends one POST to a receiver. The outbound adapter implements it. It never throws because of what a receiver does.
 */
export type Send = (request: {
  url: string
  headers: Record<string, string>
  body: Buffer
  signal: AbortSignal
  clientCertificate?: NonNullable<ConnectionSettings['clientCertificate']>
}) => Promise<SendResult>

/** The event that a body shows. */
export type RenderedEvent = { id: Id; type: string; data: Record<string, unknown>; occurredAt: Date; isTest: boolean }

/**
 * Makes the body of an event in the API version of a webhook. It must depend on nothing else, so that retries send
 * equal bytes.
 */
export type RenderBody = (event: RenderedEvent, webhook: { apiVersion: string }) => Buffer

/** A delivery that is due now. */
export type DueDelivery = SealedKeys & {
  event: RenderedEvent
  sequence: number
  /** The number of earlier attempts. */
  attempts: number
  /** The number of attempts since the last redelivery. The schedule of retries counts these. */
  tries: number
  destinationUrl: string
  apiVersion: string
  connection: Buffer | null
}

/** What the delivery engine gets from this room: how to render a body, and how to make one attempt. */
export type DeliveryRules = {
  render: RenderBody
  attempt(delivery: DueDelivery, body: Buffer, signal: AbortSignal): Promise<Verdict & { sent?: Sent }>
}

export type DeliveryRulesOptions = {
  vault: Vault
  send: Send
  render?: RenderBody
  now?: () => Date
  /** The delays between attempts, in ms. */
  waits?: readonly number[]
}

/** The delivery rules of this product. */
export function createDeliveryRules(options: DeliveryRulesOptions): DeliveryRules {
  const now = options.now ?? (() => new Date())
  const keyring = createKeyring(options.vault)
  const tokens = createTokens(options.send)
  return {
    render: options.render ?? renderPlainBody,
    async attempt(delivery, body, signal) {
      const at = now()
      const headers = headersOf(keyring.open(delivery, at), { ...delivery, body }, at)
      const settings = delivery.connection
        ? openConnection(options.vault, delivery.webhookId, delivery.connection)
        : null
      const result = settings
        ? await sendOver(settings, { options, tokens, delivery, headers, body, signal })
        : await options.send({ url: delivery.destinationUrl, headers, body, signal })
      const others = settings ? namesOf(settings) : []
      return { ...judge(result, delivery.tries + 1, now(), options.waits), sent: keepSent(headers, others) }
    },
  }
}

/** The body of Standard Webhooks 1.0.0: type, timestamp of the event, data. */
function renderPlainBody(event: RenderedEvent): Buffer {
  const { type, occurredAt, data } = event
  return Buffer.from(JSON.stringify({ type, timestamp: occurredAt.toISOString(), data }))
}

// The names of the headers that the settings of a webhook add.
function namesOf({ headers = {}, oauth }: ConnectionSettings): string[] {
  return [...Object.keys(lowerCased(headers)), ...(oauth ? ['authorization'] : [])]
}

type Sending = {
  options: DeliveryRulesOptions
  tokens: Tokens
  delivery: DueDelivery
  headers: Record<string, string>
  body: Buffer
  signal: AbortSignal
}

async function sendOver(settings: ConnectionSettings, sending: Sending): Promise<SendResult> {
  const { options, tokens, delivery, body, signal } = sending
  const { oauth, clientCertificate } = settings
  const headers = { ...lowerCased(settings.headers ?? {}), ...sending.headers }
  let token = ''
  if (oauth) {
    try {
      token = await tokens.get(oauth, signal)
      headers.authorization = `Bearer ${token}`
    } catch {
      signal.throwIfAborted()
      return { kind: 'failure', word: 'oauth', error: { code: 'no_token', params: {} } }
    }
  }
  const request = { url: delivery.destinationUrl, headers, body, signal }
  const result = await options.send({ ...request, ...(clientCertificate && { clientCertificate }) })
  if (oauth && result.kind === 'answer' && result.status === 401) tokens.forget(oauth, token)
  return result
}

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
