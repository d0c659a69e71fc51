import { type Fault, fault } from '../errors.ts'
import type { Vault } from '../vault.ts'
import { openConnection } from './connection.ts'
import type { WebhookInput } from './validate.ts'
import type { WebhookRow } from './webhook.ts'

type Before = Pick<WebhookRow, 'id' | 'destination_url' | 'connection'>

/** Whether a change moves a webhook to another origin: scheme, host or port. */
export function isMove(before: Before, { destinationUrl }: WebhookInput): boolean {
  return destinationUrl !== undefined && originOf(destinationUrl) !== originOf(before.destination_url)
}

/**
 * The faults of a move that would send stored secrets to another origin. The mover must give the secrets again or
 * remove them. A token URL changes only together with its secret.
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
