import { concat, hashOf, toHex } from '../../../verifier/asn1/bytes.ts'
import { fillRoom } from '../../../verifier/pdf/revision.ts'
import type { Sealed, SealRequest } from '../../core/evidence/index.ts'
import type { Send } from '../../core/webhooks/index.ts'
import { archive, endOf } from './archive.ts'
import { SealError } from './fault.ts'
import type { Prepared, PrepareJob } from './prepare.ts'
import { roomOf, sizeOf } from './room.ts'
import { type Signature, signDigest } from './sign.ts'
import { nameOf } from './stamp.ts'

/** What sealing needs of the world around: a worker that takes documents apart, and a way to authorities. */
export type Around = { prepare(job: PrepareJob): Promise<Prepared>; send: Send }

/** Seals a document at the level that was asked for, or throws SealError. */
export async function sealDocument(around: Around, request: SealRequest): Promise<Sealed> {
  checkLevel(request)
  const { bytes, signature } = await writeSeal(around, request, roomFor(request))
  const { checked } = signature
  const archived = await archive(around.send, bytes, signature, request)
  return {
    bytes: archived.bytes,
    level: request.level,
    signedAt: checked.token.at,
    authority: nameOf(signature.stamp.authority),
    certificateSha256: toHex(await hashOf(checked.certificate.bytes)),
    refreshBefore: archived.stamp && endOf(archived.stamp),
  }
}

type Written = { bytes: Uint8Array; signature: Signature }

async function writeSeal(around: Around, request: SealRequest, room: number): Promise<Written> {
  const { pdf, evidence, at, name, reason, location } = request
  const words = { at, name, reason, ...(location === undefined ? {} : { location }) }
  const prepared = await around.prepare({ pdf, evidence, words, room })
  const signature = await signDigest(around.send, prepared.digest, request)
  if (signature.cms.length > room) return writeSeal(around, request, signature.cms.length + 4_096)
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

/** Bytes for the signature of a seal with its timestamp. */
function roomFor({ identity, authorities }: SealRequest): number {
  return sizeOf(identity.chain) + roomOf(authorities)
}
