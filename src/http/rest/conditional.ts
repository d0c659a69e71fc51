import { hash } from 'node:crypto'
import { DomainError } from '../../core/errors.ts'

/** The ETag of a reply: strong, a pure function of its bytes. */
export function etagOf(payload: string | Uint8Array): string {
  return `"${hash('sha1', payload, 'base64url')}"`
}

/** Does the header If-None-Match (weak comparison) or If-Match (strong) name this ETag? */
export function namesEtag(header: string, etag: string): boolean {
  return header.split(',').some((entry) => ['*', etag].includes(entry.trim().replace(/^W\//, '')))
}

/** Lets a write go on only if If-Match, when there is one, names what is there now. Throws `precondition_failed`. */
export function requireMatch(header: string | undefined, current: object): void {
  if (header === undefined || namesEtag(header, etagOf(JSON.stringify(current)))) return
  const message = 'The object has changed since you read it: its ETag is not the one in If-Match.'
  throw new DomainError('conflict', 'precondition_failed', message)
}
