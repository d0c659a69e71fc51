import { readKeyKind } from '../../../verifier/asn1/algorithms.ts'
import { readCertificate } from '../../../verifier/asn1/certificates.ts'
import type { TimeAuthority } from '../../core/evidence/index.ts'

/** The room for a token of an external authority, whose size is unknown beforehand. */
const elsewhere = 16_384

/** The greatest number of bytes in a token of these authorities. */
export function roomOf(authorities: readonly TimeAuthority[]): number {
  return Math.max(0, ...authorities.map((one) => (one.kind === 'url' ? elsewhere : sizeOf(one.identity.chain))))
}

/** The greatest number of bytes in a signature with this chain. */
export function sizeOf(chain: readonly Uint8Array[]): number {
  const [leaf] = chain
  const signature = leaf && readKeyKind(readCertificate(leaf).publicKey).family === 'EC' ? 144 : 1_024
  return chain.reduce((sum, one) => sum + one.length, 700 + signature)
}
