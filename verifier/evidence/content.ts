import { encodeText, hashOf, toHex } from '../asn1/bytes.ts'
import { Disproved } from '../disproved.ts'
import type { Trust } from '../trust.ts'
import type { LoggedProof } from '../verdict.ts'
import type { CheckedEvidence } from './check.ts'
import { checkHead, isRoot, skewMs } from './checkpoint.ts'
import { keyOf } from './ids.ts'
import { readEntry, readProof } from './proof.ts'
import { leafHash, rootOf } from './tree.ts'

/** The hash of everything in a document but its seal (hex), and the proof that it was logged. */
type Content = { sha256: string; proof: Uint8Array }

type Around = { evidence: Uint8Array; checked: CheckedEvidence; sealedAt: Date; trust: Trust }

/**
 * Verifies that the log had the content of a document before it was sealed, in the row after the rows of its evidence.
 * Null for a document from before contents were logged. Throws Disproved.
 */
export async function checkContent(content: Content | null, around: Around): Promise<LoggedProof | null> {
  const { evidence, checked, sealedAt, trust } = around
  if (!content) {
    const isOld = trust.contentFrom === null || sealedAt.getTime() < trust.contentFrom.getTime()
    if (!isOld) throw new Disproved('content_missing')
    return null
  }
  const { entry, leaf, hashes, checkpoint, row } = read(content.proof)
  const { file, rows, head: before } = checked
  const isNext = row.chain === keyOf(file.submission) && row.sequence === rows.length + 1
  const isThis = row.action === 'document.prepared' && row.data.contentSha256 === content.sha256
  const follows = rows.every((one) => leaf > one.leaf)
  if (!isNext || !isThis || !follows || row.data.evidenceSha256 !== toHex(await hashOf(evidence)))
    throw new Disproved('content_other')
  if (row.at.getTime() > sealedAt.getTime() + skewMs) throw new Disproved('later_than_seal')
  const head = await checkHead(checkpoint, file.origin, { from: row.at, until: sealedAt }, trust)
  const root = await rootOf(await leafHash(encodeText(entry)), { leaf, size: head.size }, hashes)
  const isForked = head.size < before.size || (head.size === before.size && !isRoot(head.root, before))
  if (!isRoot(root, head) || isForked) throw new Disproved('content_not_in_log')
  const witnesses = head.witnesses.map(({ name, at }) => ({ name, at: at.toISOString() }))
  const signed = { checkpoint_size: head.size, checkpoint_root: toHex(head.root) }
  return { sha256: content.sha256, at: row.occurred_at, log_index: leaf, ...signed, witnesses }
}

function read(bytes: Uint8Array) {
  const proof = readProof(decode(bytes))
  const entry = decode(proof?.extra ?? new Uint8Array())
  const row = readEntry(entry)
  if (!proof || !row) throw new Disproved('content_form')
  return { ...proof, entry, row }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Disproved('content_form')
  }
}
