import { createHmac, timingSafeEqual } from 'node:crypto'
import { openParameterSecret } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'

/** The last parameter of a signed URL is the HMAC-SHA-256 (hex) of everything before it. */
const pattern = /^(.*?)(?:^|&)signature=([\da-f]{64})(?:&|$)/is

/**
 * The query and the part of it that counts as parameters. When the link demands a signature, only the signed part
 * counts, and anything behind the signature is dropped.
 * Throws `parameters_unsigned`.
 */
export function requireSignedQuery(
  ctx: Pick<Context, 'vault'>,
  link: { id: Id; parameter_secret: Buffer | null },
  query: string,
): { query: string; parameters: string } {
  if (!link.parameter_secret) return { query, parameters: query }
  const [, parameters = '', signature = ''] = pattern.exec(query) ?? []
  const secret = openParameterSecret(ctx, link.id, link.parameter_secret)
  const right = createHmac('sha256', secret).update(parameters).digest()
  const given = Buffer.from(signature, 'hex')
  if (given.length === right.length && timingSafeEqual(given, right))
    return { query: `${parameters}${parameters ? '&' : ''}signature=${signature}`, parameters }
  throw new DomainError('forbidden', 'parameters_unsigned', say('parameters_unsigned'))
}
