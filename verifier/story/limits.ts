import type { CheckedEvidence } from '../evidence/check.ts'
import type { CompletedProof, LoggedProof } from '../verdict.ts'
import type { SignerStory } from './signers.ts'

/** What a proven document does not prove, the most important first. */
const limitCodes = [
  'no_witness',
  'pages_unlogged',
  'file_unnamed',
  'file_unwitnessed',
  'authority_word',
  'revocation_unknown',
  'names_claimed',
  'results_reported',
  'simulated',
  'source_elsewhere',
  'after_the_end',
  'closed',
] as const
export type LimitCode = (typeof limitCodes)[number]

export type Limit = { code: LimitCode; values: Readonly<Record<string, string>> }

type Surroundings = {
  level: string
  authority: string
  quorum: number
  content: LoggedProof | null
  completed: CompletedProof | null
}

/**
 * Lists what could not be proved. `level` is the present level of the document, and `quorum` the required number of
 * witnesses. `content` proves that the log had the pages before the seal, and `completed` that it names this file.
 */
export function tellLimits(
  { rows, head }: CheckedEvidence,
  signers: readonly SignerStory[],
  { level, authority, quorum, content, completed }: Surroundings,
): Limit[] {
  const checks = signers.flatMap(({ verifications }) => verifications)
  const closed = rows.reduce((sum, row) => sum + row.closed.length, 0)
  const last = rows.at(-1)
  const holds: Readonly<Record<LimitCode, boolean>> = {
    no_witness: head.witnesses.length === 0,
    pages_unlogged: content === null && completed === null,
    file_unnamed: content !== null && completed === null,
    file_unwitnessed: completed !== null && completed.witnesses.length < quorum,
    authority_word: true,
    revocation_unknown: level === 'B-T',
    names_claimed: signers.length > 0,
    results_reported: rows.some(({ subject_type }) => subject_type === 'verification'),
    simulated: checks.some(({ simulated }) => simulated),
    source_elsewhere: true,
    after_the_end: true,
    closed: closed > 0,
  }
  const values = { authority, closed: String(closed), last: last?.occurred_at ?? '', row: String(last?.sequence ?? 0) }
  return limitCodes.filter((code) => holds[code]).map((code) => ({ code, values }))
}
