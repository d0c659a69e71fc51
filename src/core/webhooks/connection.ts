import { createPrivateKey, X509Certificate } from 'node:crypto'
import { type Fault, fault, inside } from '../errors.ts'
import type { Id } from '../ids.ts'
import type { Vault } from '../vault.ts'

/** How requests to one destination are made, beyond the URL. Kept sealed, because most of it is secret. */
export type ConnectionSettings = {
  /** Sent with each request; ours win. */
  headers?: Record<string, string>
  /** For mutual TLS, both in PEM. */
  clientCertificate?: { certificate: string; privateKey: string }
  /** OAuth 2.0 client credentials (RFC 6749 section 4.4): each request carries a bearer token from there. */
  oauth?: { tokenUrl: string; clientId: string; clientSecret: string; scope?: string }
}

/** What to change of them: a part that is left out stays as it is, null removes it. */
export type ConnectionChanges = {
  /** All headers; null keeps the value that is stored under the name. */
  headers?: Record<string, string | null> | null
  clientCertificate?: ConnectionSettings['clientCertificate'] | null
  oauth?: ConnectionSettings['oauth'] | null
}

const maxHeaders = 20
const maxValueLength = 1_024
const reserved =
  /^(host|content-.*|transfer-encoding|connection|keep-alive|te|trailer|upgrade|expect|proxy-.*|user-agent|webhook-.*|svix-.*)$/

/** What is wrong with the changes. `judge` is the guard of destinations: tokens are fetched from customers' URLs too. */
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

/** The settings that are stored for a webhook; none are an empty object. */
export function openConnection(vault: Vault, webhookId: Id, sealed: Buffer | null): ConnectionSettings {
  return sealed ? JSON.parse(vault.open(connectionPurpose(webhookId), sealed).toString()) : {}
}

/** The headers that a change wants to keep the value of, although none is stored under their name. */
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

/** The settings after a change that findKeptFaults lets through, encrypted for storage; null when none are left. */
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
  return Object.fromEntries(Object.entries(given ?? {}).map(([name, value]) => [name, value ?? stored[name] ?? '']))
}

function checkHeaders(headers: Record<string, string | null>): Fault[] {
  const names = Object.keys(headers)
  if (names.length > maxHeaders) {
    return [fault(['headers'], 'max_items', { most: maxHeaders })]
  }
  return names.flatMap((name, index) => {
    const path = ['headers', name]
    // Capitals do not count in the name of a header, so one of the two would not be sent.
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
