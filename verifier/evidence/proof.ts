import type { EvidenceRow } from '../../src/core/evidence/format.ts'
import { readBase64 } from './base64.ts'
import { readJson } from './read.ts'
import { isRow } from './rows.ts'

/** A row outside of the evidence, and its time. */
type LoggedRow = EvidenceRow & { at: Date }

/** Parses the entry of a row; null for any other text. */
export function readEntry(text: string): LoggedRow | null {
  try {
    const row = readJson(text)
    if (!isRow(row)) return null
    const at = new Date(row.occurred_at)
    return !Number.isNaN(at.getTime()) && at.toISOString() === row.occurred_at ? { ...row, at } : null
  } catch {
    return null
  }
}

/**
 * A parsed proof file (C2SP tlog-proof). `extra` is its optional line. No signature protects it, so its user must
 * verify it.
 */
type ProofText = { leaf: number; hashes: Uint8Array[]; checkpoint: string; extra: Uint8Array | null }

const mostHashes = 64

/** Parses a proof file; null for any other text. */
export function readProof(text: string): ProofText | null {
  const end = text.indexOf('\n\n')
  if (end < 0) return null
  const [start, ...lines] = text.slice(0, end).split('\n')
  const said = lines[0]?.startsWith('extra ') ? lines.shift() : undefined
  const extra = said === undefined ? null : readBase64(said.slice('extra '.length))
  const [, leaf] = /^index (0|[1-9]\d{0,14})$/.exec(lines.shift() ?? '') ?? []
  const hashes = lines.flatMap((line) => readBase64(line) ?? [])
  const isWhole = hashes.length === lines.length && hashes.every(({ length }) => length === 32)
  const isProof = start === 'c2sp.org/tlog-proof@v1' && leaf !== undefined && hashes.length <= mostHashes
  if (!isProof || !isWhole || (said !== undefined && !extra)) return null
  return { leaf: Number(leaf), hashes, checkpoint: text.slice(end + 2), extra }
}
