import { readKeyKind } from '../../../verifier/asn1/algorithms.ts'
import { readCertificate } from '../../../verifier/asn1/certificates.ts'
import type { TimeAuthority } from '../../core/evidence/index.ts'

/** Nobody knows before how large the tokens of others are. */
const elsewhere = 16_384

/** Bytes that the token of any of these authorities may take. */
export function roomOf(authorities: readonly TimeAuthority[]): number {
  return Math.max(0, ...authorities.map((one) => (one.kind === 'url' ? elsewhere : sizeOf(one.identity.chain))))
}

/** Bytes that a signature with this chain takes at most. */
export function sizeOf(chain: readonly Uint8Array[]): number {
  const [leaf] = chain
  const signature = leaf && readKeyKind(readCertificate(leaf).publicKey).family === 'EC' ? 144 : 1_024
  return chain.reduce((sum, one) => sum + one.length, 700 + signature)
}
