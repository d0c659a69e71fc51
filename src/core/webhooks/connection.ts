import { createPrivateKey, X509Certificate } from 'node:crypto'
import { type Fault, fault, inside } from '../errors.ts'
import type { Id } from '../ids.ts'
import type { Vault } from '../vault.ts'

/**
 * The settings of requests to a destination besides its URL. They are stored sealed, because most of them are secret.
 */
export type ConnectionSettings = {
  /** Added to each request. A standard header of the same name wins. */
  headers?: Record<string, string>
  /** The client certificate for mutual TLS, in PEM. */
  clientCertificate?: { certificate: string; privateKey: string }
  /** OAuth 2.0 client credentials (RFC 6749 section 4.4). Each request carries a bearer token of this endpoint. */
  oauth?: { tokenUrl: string; clientId: string; clientSecret: string; scope?: string }
}

/** A change of the settings. An omitted part stays; null removes it. */
export type ConnectionChanges = {
  /** All headers. A null value keeps the stored value of that name. */
  headers?: Record<string, string | null> | null
  clientCertificate?: ConnectionSettings['clientCertificate'] | null
  oauth?: ConnectionSettings['oauth'] | null
}

const maxHeaders = 20
const maxValueLength = 1_024
const reserved =
  /^(host|content-.*|transfer-encoding|connection|keep-alive|te|trailer|upgrade|expect|proxy-.*|user-agent|webhook-.*|svix-.*)$/

/** The faults of a change. `judge` is the guard of destinations, because the token URL comes from a customer too. */
export async function findConnectionFaults(
  changes: ConnectionChanges | null | undefined,
  judge: (url: string) => Promise<Fault | null>,
): Promise<Fault[]> {
  if (!changes) return []
  const { headers, clientCertificate, oauth } = changes
  const objection = oauth ? await judge(oauth.tokenUrl) : null
  return [
    ...checkHeaders(headers ?? {}),
    ...(clientCertificate && !isPair(clientCertificate) ? [fault(['clientCertificate'], 'pem')] : []),
    ...(objection ? inside(['oauth', 'tokenUrl'], [objection]) : []),
  ]
}

function connectionPurpose(webhookId: Id): string {
  return `webhook connection ${webhookId}`
}

/** Opens the stored settings of a webhook; an empty object when there are none. */
export function openConnection(vault: Vault, webhookId: Id, sealed: Buffer | null): ConnectionSettings {
  return sealed ? JSON.parse(vault.open(connectionPurpose(webhookId), sealed).toString()) : {}
}

/** The faults of headers that should keep their stored value but have none. */
export function findKeptFaults(
  vault: Vault,
  webhookId: Id,
  changes: ConnectionChanges | null | undefined,
  sealed: Buffer | null = null,
): Fault[] {
  const asked = Object.entries(changes?.headers ?? {}).filter(([, value]) => value === null)
  if (asked.length === 0) return []
  const { headers = {} } = openConnection(vault, webhookId, sealed)
  return asked.flatMap(([name]) => (Object.hasOwn(headers, name) ? [] : [fault(['headers', name], 'header_unknown')]))
}

/** Seals the settings after a change without findKeptFaults. Null when none are left. */
export function sealConnection(
  vault: Vault,
  webhookId: Id,
  changes: ConnectionChanges | null,
  sealed: Buffer | null = null,
): Buffer | null {
  if (!changes) return null
  const stored = openConnection(vault, webhookId, sealed)
  const given = changes.headers === undefined ? stored.headers : mergeHeaders(stored.headers ?? {}, changes.headers)
  const headers = given && Object.keys(given).length > 0 ? given : null
  const { clientCertificate = stored.clientCertificate, oauth = stored.oauth } = changes
  if (!headers && !clientCertificate && !oauth) return null
  const settings: ConnectionSettings = {
    ...(headers && { headers }),
    ...(clientCertificate && { clientCertificate }),
    ...(oauth && { oauth }),
  }
  return vault.seal(connectionPurpose(webhookId), Buffer.from(JSON.stringify(settings)))
}

function mergeHeaders(stored: Record<string, string>, given: Record<string, string | null> | null) {
  const storedOf = (name: string) => (Object.hasOwn(stored, name) ? stored[name] : undefined)
  return Object.fromEntries(Object.entries(given ?? {}).map(([name, value]) => [name, value ?? storedOf(name) ?? '']))
}

function checkHeaders(headers: Record<string, string | null>): Fault[] {
  const names = Object.keys(headers)
  if (names.length > maxHeaders) {
    return [fault(['headers'], 'max_items', { most: maxHeaders })]
  }
  return names.flatMap((name, index) => {
    const path = ['headers', name]
    // Header names are case-insensitive, so only one of the two would be sent.
    if (names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) < index) {
      return [fault(path, 'header_twice')]
    }
    if (!/^[!#$%&'*+.^_`|~0-9a-z-]{1,100}$/i.test(name)) {
      return [fault(path, 'header_name')]
    }
    if (reserved.test(name.toLowerCase())) {
      return [fault(path, 'header_reserved')]
    }
    const value = headers[name] ?? ''
    const isClean = value.length <= maxValueLength && /^[\t\x20-\x7e]*$/.test(value)
    return isClean ? [] : [fault(path, 'header_value', { most: maxValueLength })]
  })
}

function isPair({ certificate, privateKey }: { certificate: string; privateKey: string }): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(privateKey))
  } catch {
    return false
  }
}
