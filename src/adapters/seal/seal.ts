import { readKeyKind } from '../../../verifier/asn1/algorithms.ts'
import { concat, hashOf, toHex } from '../../../verifier/asn1/bytes.ts'
import { readCertificate } from '../../../verifier/asn1/certificates.ts'
import { fillRoom } from '../../../verifier/pdf/revision.ts'
import type { Sealed, SealRequest } from '../../core/evidence/index.ts'
import { SealError } from './fault.ts'
import type { Prepared, PrepareJob } from './prepare.ts'
import { type Signature, signDigest } from './sign.ts'
import { nameOf } from './stamp.ts'

export type Prepare = (job: PrepareJob) => Promise<Prepared>

/** Seals a document at the level that was asked for, or throws SealError. */
export async function sealDocument(prepare: Prepare, request: SealRequest): Promise<Sealed> {
  if (request.level !== 'B-T') throw new SealError('signing_failed', 'Only B-T is written yet.')
  checkLevel(request)
  const { bytes, signature } = await writeSeal(prepare, request, roomFor(request))
  return {
    bytes,
    level: request.level,
    signedAt: signature.checked.token.at,
    authority: nameOf(signature.stamp.authority),
    certificateSha256: toHex(await hashOf(signature.checked.certificate.bytes)),
  }
}

async function writeSeal(
  prepare: Prepare,
  request: SealRequest,
  room: number,
): Promise<{ bytes: Uint8Array; signature: Signature }> {
  const { pdf, evidence, at, name, reason, location } = request
  const words = { at, name, reason, ...(location === undefined ? {} : { location }) }
  const prepared = await prepare({ pdf, evidence, words, room })
  const signature = await signDigest(prepared.digest, request)
  if (signature.cms.length > room) return writeSeal(prepare, request, signature.cms.length + 4_096)
  const base = prepared.base ?? pdf
  const bytes = concat([base, prepared.revision])
  fillRoom(bytes, base.length + prepared.holeAt, room, signature.cms)
  return { bytes, signature }
}

// The level that is aimed at stands in the evidence: otherwise nobody would see that proofs were taken away.
function checkLevel({ evidence, level }: SealRequest): void {
  let found: unknown
  try {
    found = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(evidence))
  } catch (error) {
    throw new SealError('evidence_level', 'The evidence is not JSON.', { cause: error })
  }
  const isThis = typeof found === 'object' && found !== null && 'level' in found && found.level === level
  if (!isThis) throw new SealError('evidence_level', 'The evidence names another level than is sealed.')
}

const elsewhere = 16_384

/** Bytes for the signature of a seal with its timestamp. */
function roomFor({ identity, authorities }: SealRequest): number {
  const stamps = authorities.map((one) => (one.kind === 'url' ? elsewhere : sizeOf(one.identity.chain)))
  return sizeOf(identity.chain) + Math.max(0, ...stamps)
}

function sizeOf(chain: readonly Uint8Array[]): number {
  const [leaf] = chain
  const signature = leaf && readKeyKind(readCertificate(leaf).publicKey).family === 'EC' ? 144 : 1_024
  return chain.reduce((sum, one) => sum + one.length, 700 + signature)
}
