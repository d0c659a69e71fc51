import { createHash, type Hash } from 'node:crypto'
import { concat, hashOf, toHex } from '../../../verifier/asn1/bytes.ts'
import { hashContent, type SealDraft } from '../../../verifier/pdf/content.ts'
import { fillRoom } from '../../../verifier/pdf/revision.ts'
import type { ContentProof, Sealed, SealRequest } from '../../core/evidence/index.ts'
import type { Send } from '../../core/webhooks/index.ts'
import { archive, endOf } from './archive.ts'
import { SealError } from './fault.ts'
import { writeSealRevision } from './increment.ts'
import type { Prepared, PrepareJob } from './prepare.ts'
import { roomOf, sizeOf } from './room.ts'
import { type Signature, signDigest } from './sign.ts'
import { nameOf } from './stamp.ts'

/** The surroundings of sealing: a function that prepares documents, perhaps in a worker, and a way to authorities. */
type Around = { prepare(job: PrepareJob): Promise<Prepared>; send: Send }

/** Seals a document at the requested level. Throws SealError. */
export async function sealDocument(around: Around, request: SealRequest): Promise<Sealed> {
  checkLevel(request)
  const { pdf, evidence, at, name, reason, location, prove } = request
  const words = { at, name, reason, ...(location === undefined ? {} : { location }) }
  // The file is hashed once. The hash then continues with the revision of the seal.
  const given = createHash('sha256').update(pdf)
  const pdfSha256 = Uint8Array.from(given.copy().digest())
  const prepared = await around.prepare({ pdf, pdfSha256, evidence, words, isProved: prove !== undefined })
  const { draft } = prepared
  const base = prepared.base ?? pdf
  const hash = prepared.base ? createHash('sha256').update(base) : given
  const proof = prove ? await prove(toHex(await hashContent(base, draft, hash.copy().digest()))) : null
  // The seal is not older than anything inside the document.
  const now = { ...request, at: proof?.at ?? at }
  const { bytes, signature } = await writeSeal(around, now, { base, hash, draft, proof }, roomFor(request))
  const { checked } = signature
  const archived = await archive(around.send, bytes, signature, now)
  return {
    bytes: archived.bytes,
    level: request.level,
    signedAt: checked.token.at,
    authority: nameOf(signature.stamp.authority),
    certificateSha256: toHex(await hashOf(checked.certificate.bytes)),
    refreshBefore: archived.stamp && endOf(archived.stamp),
  }
}

/** `hash` has already read the base. */
type Parts = { base: Uint8Array; hash: Hash; draft: SealDraft; proof: ContentProof | null }
type Written = { bytes: Uint8Array; signature: Signature }

async function writeSeal(around: Around, request: SealRequest, parts: Parts, room: number): Promise<Written> {
  const revision = writeSealRevision(parts.draft, parts.proof, room)
  const bytes = concat([parts.base, revision.bytes])
  const [, gap, resume] = revision.byteRange
  const behind = parts.hash.copy().update(bytes.subarray(parts.base.length, gap))
  const digest = behind.update(bytes.subarray(resume)).digest()
  const signature = await signDigest(around.send, Uint8Array.from(digest), request)
  if (signature.cms.length > room) return writeSeal(around, request, parts, signature.cms.length + 4_096)
  fillRoom(bytes, revision.holeAt, room, signature.cms)
  return { bytes, signature }
}

// The evidence must name the level of the seal. Otherwise somebody could remove proofs unnoticed.
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

/** The number of bytes for the signature of a seal with its timestamp. */
function roomFor({ identity, authorities }: SealRequest): number {
  return sizeOf(identity.chain) + roomOf(authorities)
}
