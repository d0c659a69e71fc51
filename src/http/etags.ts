import { hash } from 'node:crypto'

/** The ETag of a reply: strong, a pure function of its bytes. */
export function etagOf(payload: string | Uint8Array): string {
  return `"${hash('sha1', payload, 'base64url')}"`
}

/** Whether If-None-Match names this ETag; weak comparison, as for reads (RFC 9110, 13.1.2). */
export function namesEtag(header: string, etag: string): boolean {
  return header.split(',').some((entry) => ['*', etag].includes(entry.trim().replace(/^W\//, '')))
}

/** Whether If-Match names this ETag; strong comparison, so a weak one never does (RFC 9110, 13.1.1). */
export function namesStrongly(header: string, etag: string): boolean {
  return header.split(',').some((entry) => ['*', etag].includes(entry.trim()))
}
