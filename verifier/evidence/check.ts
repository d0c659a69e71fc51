import type { EvidenceEntry, EvidenceFile } from '../../src/core/evidence/format.ts'
import { encodeText } from '../asn1/bytes.ts'
import { Disproved } from '../disproved.ts'
import type { Trust } from '../trust.ts'
import { readBase64 } from './base64.ts'
import { type CheckedHead, checkHead, isRoot, skewMs } from './checkpoint.ts'
import { keyOf, keyOfLink } from './ids.ts'
import { type Row, readRows } from './rows.ts'
import { leafHash, rootOf } from './tree.ts'

/** Verified evidence: the log of the trust file contains every row. */
export type CheckedEvidence = { file: EvidenceFile; rows: readonly Row[]; head: CheckedHead }

/** Verifies the evidence of a document that was sealed at this time. Throws Disproved. */
export async function checkEvidence(file: EvidenceFile, sealedAt: Date, trust: Trust): Promise<CheckedEvidence> {
  const rows = await readRows(file.trail.entries)
  checkFacts(file, rows)
  const last = rows.reduce((latest, { at }) => (at > latest ? at : latest), new Date(0))
  if (last.getTime() > sealedAt.getTime() + skewMs) throw new Disproved('later_than_seal')
  const head = await checkHead(file.trail.checkpoint, file.origin, { from: last, until: sealedAt }, trust)
  await Promise.all(file.trail.entries.map((entry, index) => checkIncluded(entry, index, head)))
  return { file, rows, head }
}

async function checkIncluded({ leaf, proof, entry }: EvidenceEntry, index: number, head: CheckedHead): Promise<void> {
  const hashes = proof.flatMap((text) => readBase64(text) ?? [])
  const isWhole = hashes.length === proof.length && hashes.every(({ length }) => length === 32)
  const root = isWhole ? await rootOf(await leafHash(encodeText(entry)), { leaf, size: head.size }, hashes) : null
  if (!isRoot(root, head)) throw new Disproved('not_in_log', { row: String(index + 1) })
}

const ended = ['agreement.completed', 'document.refreshed', 'document.removed']
const acted = ['agreement.signed', 'agreement.approved']

// The rows contain the stored ids of submission, agreement and link. The public ids are computed from those.
function checkFacts({ origin, organization, agreement, link, submission }: EvidenceFile, rows: readonly Row[]): void {
  const isLog = origin.endsWith(`/evidence/${organization.id}`) && keyOf(organization.id) !== null
  const isTrail = rows.every(({ chain }) => chain === keyOf(submission))
  const isAgreement = rows.every(
    ({ data: { agreementId, agreementLinkId } }) =>
      (agreementId === undefined || agreementId === keyOf(agreement.id)) &&
      (agreementLinkId === undefined || agreementLinkId === keyOfLink(link)),
  )
  if (!isLog || !isTrail || !isAgreement) throw new Disproved('trail_other')
  const isShown = rows.every(
    ({ action, data }) => !acted.includes(action) || data.shownSha256 === agreement.source_sha256,
  )
  if (!isShown) throw new Disproved('shown_other')
  // Evidence is written before the submission ends. Evidence with the end in it could belong to pages that were set
  // later.
  if (rows.some(({ action }) => ended.includes(action))) throw new Disproved('trail_ended')
}
