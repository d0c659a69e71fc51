import { DomainError, say } from '../core/errors.ts'

/**
 * Reads the header Idempotency-Key, bare or quoted as a structured field. Returns null without the header. Throws
 * `idempotency_key_invalid`.
 */
export function readIdempotencyKey(header: string | string[] | undefined): string | null {
  if (header === undefined) return null
  const [, key] = /^"?([\x21-\x7e]{1,255}?)"?$/.exec(String(header).trim()) ?? []
  if (key) return key
  throw new DomainError('invalid', 'idempotency_key_invalid', say('idempotency_key'))
}
