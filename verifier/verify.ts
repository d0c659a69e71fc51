import { hashOf, readCommonName, toHex } from './asn1/index.ts'
import { type Completed, checkCompleted } from './bundle/completed.ts'
import { isZip, readBundle } from './bundle/read.ts'
import { Disproved } from './disproved.ts'
import { type CheckedEvidence, checkEvidence } from './evidence/check.ts'
import { checkContent } from './evidence/content.ts'
import { readEvidence } from './evidence/read.ts'
import { checkDocument, checkLevel, type SealedFile } from './seal/check.ts'
import { tellEvents, tellSender } from './story/events.ts'
import { tellLimits } from './story/limits.ts'
import { tellSigners } from './story/signers.ts'
import { readTrust } from './trust.ts'
import { type CompletedProof, type LoggedProof, type Proof, refuse, type Verdict } from './verdict.ts'

/**
 * Verifies a sealed document offline: the seal and its time, later additions, and the evidence. Of a bundle it also
 * verifies that the log names this very file. `trust` is the text of a trust file. Returns a verdict for every file, and throws only because of a bug.
 */
export async function verify(file: Uint8Array, trust: string): Promise<Verdict> {
  if (!isZip(file)) return judge(file, trust, null)
  try {
    const { document, completed } = await readBundle(file)
    return await judge(document, trust, completed)
  } catch (error) {
    if (error instanceof Disproved) return refuse(toHex(await hashOf(file)), error)
    throw error
  }
}

async function judge(file: Uint8Array, trust: string, bundled: Completed | null): Promise<Verdict> {
  const document_sha256 = toHex(await hashOf(file))
  try {
    const believed = await readTrust(trust)
    const sealed = await checkDocument(file, believed)
    const evidence = readEvidence(sealed.evidence)
    checkLevel(sealed.level, evidence.level)
    const checked = await checkEvidence(evidence, sealed.seal.token.at, believed)
    const around = { evidence: sealed.evidence, checked, sealedAt: sealed.seal.token.at, trust: believed }
    const content = await checkContent(sealed.content, around)
    const submission = { id: checked.file.submission, rows: checked.rows, head: checked.head, document_sha256 }
    const completed = bundled && (await checkCompleted(bundled, submission, believed))
    const proof = await tell(sealed, checked, { quorum: believed.quorum, content, completed })
    return { document_sha256, verdict: 'proven', reasons: [], proof }
  } catch (error) {
    if (error instanceof Disproved) return refuse(document_sha256, error)
    throw error
  }
}

async function tell(
  { seal, level, evidence: bytes }: SealedFile,
  checked: CheckedEvidence,
  { quorum, content, completed }: { quorum: number; content: LoggedProof | null; completed: CompletedProof | null },
): Promise<Proof> {
  const { file, rows, head } = checked
  const { organization, agreement, link, submission } = file
  const signers = tellSigners(rows)
  const authority = readCommonName(seal.token.chain[0]?.subject ?? new Uint8Array()) ?? ''
  return {
    seal: {
      level,
      aimed_at: file.level,
      signed_at: seal.token.at.toISOString(),
      authority,
      sealed_by: readCommonName(seal.certificate.subject) ?? '',
      certificate_sha256: toHex(await hashOf(seal.certificate.bytes)),
    },
    evidence_sha256: toHex(await hashOf(bytes)),
    organization,
    agreement,
    link,
    submission,
    sender: tellSender(rows),
    signers,
    events: tellEvents(rows),
    trail: {
      events: rows.length,
      log_index: rows.at(-1)?.leaf ?? 0,
      log: file.origin,
      checkpoint_size: head.size,
      checkpoint_root: toHex(head.root),
      witnesses: head.witnesses.map(({ name, at }) => ({ name, at: at.toISOString() })),
    },
    content,
    completed,
    not_proved: tellLimits(checked, signers, { level, authority, quorum, content, completed }),
  }
}
