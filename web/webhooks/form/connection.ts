import type { Webhook } from '../data.ts'

type Mode = 'none' | 'kept' | 'given'

/** The credentials of requests. Stored ones are secret: a change keeps, removes or replaces them. */
export type OauthValues = { mode: Mode; tokenUrl: string; clientId: string; clientSecret: string; scope: string }
export type CertificateValues = { mode: Mode; certificate: string; privateKey: string }

export const noOauth: OauthValues = { mode: 'none', tokenUrl: '', clientId: '', clientSecret: '', scope: '' }
export const noCertificate: CertificateValues = { mode: 'none', certificate: '', privateKey: '' }

/** The visible part of the stored credentials, to be replaced if wanted. */
export function oauthOf(stored: Webhook['attributes']['oauth'] | undefined): OauthValues {
  if (!stored) return noOauth
  return { ...noOauth, mode: 'kept', tokenUrl: stored.tokenUrl, clientId: stored.clientId, scope: stored.scope ?? '' }
}

export function certificateOf(stored: Webhook['attributes']['clientCertificate'] | undefined): CertificateValues {
  return stored ? { ...noCertificate, mode: 'kept' } : noCertificate
}

/** The API's request: null removes the credentials, undefined keeps them. */
export function askOauth({ mode, tokenUrl, clientId, clientSecret, scope }: OauthValues) {
  if (mode === 'kept') return undefined
  if (mode === 'none') return null
  const shared = { tokenUrl: tokenUrl.trim(), clientId: clientId.trim(), clientSecret }
  return scope.trim() === '' ? shared : { ...shared, scope: scope.trim() }
}

export function askCertificate({ mode, certificate, privateKey }: CertificateValues) {
  if (mode === 'kept') return undefined
  return mode === 'none' ? null : { certificate: certificate.trim(), privateKey: privateKey.trim() }
}
