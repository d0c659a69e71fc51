import type { Fault } from '../errors.ts'
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

const maxHeaders = 20
const maxValueLength = 1_024
const reserved =
  /^(host|content-.*|transfer-encoding|connection|keep-alive|te|trailer|upgrade|expect|proxy-.*|user-agent|webhook-.*|svix-.*)$/

/** What is wrong with the settings. `judge` is the guard of destinations: tokens are fetched from customers' URLs too. */
export async function checkConnection(
  settings: ConnectionSettings | null | undefined,
  judge: (url: string) => Promise<string | null>,
): Promise<Fault[]> {
  if (!settings) return []
  const { headers = {}, clientCertificate, oauth } = settings
  const objection = oauth ? await judge(oauth.tokenUrl) : null
  return [
    ...checkHeaders(headers),
    ...(clientCertificate && !isCertificate(clientCertificate) ? [pemFault] : []),
    ...(objection ? [{ path: ['oauth', 'tokenUrl'], rule: 'destination_url', message: objection }] : []),
  ]
}

/** What sealed settings are bound to. */
export function connectionPurpose(webhookId: Id): string {
  return `webhook connection ${webhookId}`
}

/** Encrypts the settings for storage. */
export function sealConnection(vault: Vault, webhookId: Id, settings: ConnectionSettings): Buffer {
  return vault.seal(connectionPurpose(webhookId), Buffer.from(JSON.stringify(settings)))
}

const pemFault: Fault = {
  path: ['clientCertificate'],
  rule: 'pem',
  message: 'Give a certificate and a private key, both in PEM.',
}

function checkHeaders(headers: Record<string, string>): Fault[] {
  const names = Object.keys(headers)
  if (names.length > maxHeaders) {
    return [{ path: ['headers'], rule: 'max_items', message: `Use at most ${maxHeaders} headers.` }]
  }
  return names.flatMap((name) => {
    const path = ['headers', name]
    if (!/^[!#$%&'*+.^_`|~0-9a-z-]{1,100}$/i.test(name)) {
      return [{ path, rule: 'header_name', message: 'This is no name of a header.' }]
    }
    if (reserved.test(name.toLowerCase())) {
      return [{ path, rule: 'reserved', message: 'This header is set by Sealane.' }]
    }
    const value = headers[name] ?? ''
    const isClean = value.length <= maxValueLength && /^[\t\x20-\x7e]*$/.test(value)
    return isClean ? [] : [{ path, rule: 'header_value', message: 'Use up to 1024 printable ASCII characters.' }]
  })
}

function isCertificate({ certificate, privateKey }: { certificate: string; privateKey: string }): boolean {
  return /^-----BEGIN CERTIFICATE-----/.test(certificate) && /^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(privateKey)
}
