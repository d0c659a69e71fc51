import { readAttributes, readSigned } from '../asn1/cms.ts'
import type { Certificate } from '../asn1/index.ts'
import { oids } from '../asn1/oids.ts'
import { Disproved, type ReasonCode } from '../disproved.ts'

/**
 * Throws Disproved unless a signature contains all certificates of its chain, the root too. No signature covers them,
 * so otherwise some could be removed.
 */
export function checkWhole(der: Uint8Array, chain: readonly Certificate[], code: ReasonCode): void {
  if (readSigned(der).certificates.length !== chain.length) throw new Disproved(code)
}

/** The timestamp inside the signature of a seal, in DER. */
export function tokenOf(seal: Uint8Array): Uint8Array {
  const { unsignedAttributes } = readSigned(seal)
  return readAttributes(unsignedAttributes).get(oids.timestampToken)?.bytes ?? new Uint8Array()
}
