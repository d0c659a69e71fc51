import { encodeText, toHex } from '../asn1/bytes.ts'
import { Disproved } from '../disproved.ts'
import { checkHead, type Head, isRoot } from '../evidence/checkpoint.ts'
import { keyOf } from '../evidence/ids.ts'
import { readEntry, readProof } from '../evidence/proof.ts'
import type { Row } from '../evidence/rows.ts'
import { leafHash, rootOf } from '../evidence/tree.ts'
import type { Trust } from '../trust.ts'
import type { CompletedProof } from '../verdict.ts'

/** The row of the log that names the finished document, and the proof of this row, as texts of a bundle. */
export type Completed = { row: string; proof: string }

/** The SHA-256 and the evidence of a proven document. The row must agree with them. */
type Finished = { id: string; rows: readonly Row[]; head: Head; document_sha256: string }

// A head is fetched with the bundle, which may be years after the row.
const everLater = new Date('9999-01-01T00:00:00Z')

/** Verifies that the log names this very document as the finished one. Throws Disproved. */
export async function checkCompleted(
  { row: text, proof }: Completed,
  { id, rows, head: before, document_sha256 }: Finished,
  trust: Trust,
): Promise<CompletedProof> {
  const row = readEntry(text) ?? fail()
  const read = readProof(proof)
  if (!read || read.extra !== null) throw new Disproved('completed_form')
  const { leaf, hashes, checkpoint } = read
  const isEnd = row.action === 'agreement.completed' || row.action === 'document.refreshed'
  const follows = row.sequence > rows.length && rows.every((one) => leaf > one.leaf)
  const isThis = row.chain === keyOf(id) && row.data.sha256 === document_sha256
  if (!isEnd || !follows || !isThis) throw new Disproved('completed_other')
  // The number of witnesses of this newer head is reported and not required, because the head may be a second old.
  const head = await checkHead(checkpoint, before.origin, { from: row.at, until: everLater }, { ...trust, quorum: 0 })
  const root = await rootOf(await leafHash(encodeText(text)), { leaf, size: head.size }, hashes)
  const isForked = head.size < before.size || (head.size === before.size && !isRoot(head.root, before))
  if (!isRoot(root, head) || isForked) throw new Disproved('completed_not_in_log')
  const witnesses = head.witnesses.map(({ name, at }) => ({ name, at: at.toISOString() }))
  const signed = { checkpoint_size: head.size, checkpoint_root: toHex(head.root) }
  return { at: row.occurred_at, log_index: leaf, ...signed, witnesses }
}

function fail(): never {
  throw new Disproved('completed_form')
}
