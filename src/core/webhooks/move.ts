import { type Fault, fault } from '../errors.ts'
import type { Vault } from '../vault.ts'
import { openConnection } from './connection.ts'
import type { WebhookInput } from './validate.ts'
import type { WebhookRow } from './webhook.ts'

type Before = Pick<WebhookRow, 'id' | 'destination_url' | 'connection'>

/** Whether a change sends deliveries to another origin: another scheme, host or port. */
export function isMove(before: Before, { destinationUrl }: WebhookInput): boolean {
  return destinationUrl !== undefined && originOf(destinationUrl) !== originOf(before.destination_url)
}

/**
 * The secrets of a webhook that a change would take to another origin. What was stored for one receiver is never sent to
 * another: whoever moves the webhook gives it again, or removes it. A token address is only ever changed together with
 * the secret that is sent there.
 */
export function findMoveFaults(vault: Vault, before: Before, input: WebhookInput): Fault[] {
  if (!before.connection || !isMove(before, input) || input.connection === null) return []
  const stored = openConnection(vault, before.id, before.connection)
  const { headers, clientCertificate, oauth } = input.connection ?? {}
  const kept = Object.entries(headers ?? {}).flatMap(([name, value]) => (value === null ? [name] : []))
  return [
    ...(stored.headers && headers === undefined ? [missing(['headers'])] : []),
    ...kept.filter((name) => Object.hasOwn(stored.headers ?? {}, name)).map((name) => missing(['headers', name])),
    ...(stored.clientCertificate && clientCertificate === undefined ? [missing(['clientCertificate'])] : []),
    ...(stored.oauth && oauth === undefined ? [missing(['oauth'])] : []),
  ]
}

function missing(path: string[]): Fault {
  return fault(path, path.length > 1 ? 'required_again' : 'required_again_or_null')
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url
}
