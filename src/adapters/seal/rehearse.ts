import { randomBytes } from 'node:crypto'
import { findProofs } from '../../../verifier/asn1/proofs.ts'
import type { SealRequest } from '../../core/evidence/index.ts'
import type { Send } from '../../core/webhooks/index.ts'
import { signDigest, toSealError } from './sign.ts'
import { believedOf } from './stamp.ts'

/**
 * Signs an empty digest as a seal would, gets a timestamp for it, and looks for the proofs of the level. Throws
 * SealError.
 */
export async function rehearseSeal(
  send: Send,
  request: Omit<SealRequest, 'pdf' | 'evidence' | 'prove'>,
): Promise<void> {
  const { checked, stamp } = await signDigest(send, randomBytes(32), request)
  if (request.level === 'B-T') return
  const crls = [...request.identity.crls, ...believedOf(stamp.authority).crls]
  await findProofs([checked.chain, checked.token.chain], crls, request.at).catch((error: unknown) => {
    throw toSealError(error, 'revocation_missing')
  })
}
