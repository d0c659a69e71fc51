import { hash } from 'node:crypto'

/** The ETag of a reply: strong, a pure function of its bytes. */
export function etagOf(payload: string | Uint8Array): string {
  return `"${hash('sha1', payload, 'base64url')}"`
}

/** Does the header If-None-Match (weak comparison) or If-Match (strong) name this ETag? */
export function namesEtag(header: string, etag: string): boolean {
  return header.split(',').some((entry) => ['*', etag].includes(entry.trim().replace(/^W\//, '')))
}
