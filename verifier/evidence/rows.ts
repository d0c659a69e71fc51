import { canonicalJson, type EvidenceEntry, type EvidenceRow } from '../../src/core/evidence/format.ts'
import { concat, encodeText, fromHex, hashOf, isSame, toHex } from '../asn1/bytes.ts'
import { Disproved } from '../disproved.ts'
import { readJson } from './read.ts'
import { type Is, isCount, isObject, isObjectOf, isRecordOf, isText } from './shape.ts'

/** A row of the trail that belongs to the chain, with the values of its commitments. */
export type Row = EvidenceRow & {
  leaf: number
  at: Date
  /** The opened values by path, as in the entry: `data.name`. */
  opened: Readonly<Record<string, unknown>>
  /** The paths of commitments without an opening. */
  closed: readonly string[]
}

const isMembers: Is<Record<string, unknown>> = isRecordOf((value): value is unknown => value !== undefined)

export const isRow: Is<EvidenceRow> = isObjectOf<EvidenceRow>({
  chain: isText,
  sequence: isCount,
  action: isText,
  actor: isMembers,
  subject_type: isText,
  subject_id: isText,
  data: isMembers,
  occurred_at: isText,
})

/** Parses the rows of a trail, and verifies that they are one chain without a gap. Throws Disproved. */
export async function readRows(entries: readonly EvidenceEntry[]): Promise<Row[]> {
  const rows: Row[] = []
  let hash = new Uint8Array(32)
  for (const entry of entries) {
    const row = readRow(entry)
    const text = entry.row ?? entry.entry
    hash = await hashOf(concat([hash, encodeText(text)]))
    if (entry.row !== undefined && entry.entry !== canonicalJson({ row_sha256: toHex(hash) }))
      throw new Disproved('row_form', { row: String(row.sequence) })
    if (row.sequence !== rows.length + 1) throw new Disproved('trail_gap', { row: String(rows.length + 1) })
    if (row.chain !== (rows[0] ?? row).chain) throw new Disproved('trail_other')
    const closed = await checkOpenings(row, entry)
    const opened = Object.fromEntries(Object.entries(entry.openings).map(([path, { value }]) => [path, value]))
    rows.push({ ...row, leaf: entry.leaf, at: new Date(row.occurred_at), opened, closed })
  }
  if (rows.length === 0) throw new Disproved('trail_empty')
  return rows
}

function readRow({ entry, row }: EvidenceEntry): EvidenceRow {
  const value = parse(row ?? entry)
  if (!isRow(value) || toMoment(value.occurred_at) !== value.occurred_at) throw new Disproved('row_form', { row: '' })
  return value
}

function parse(text: string): unknown {
  try {
    return readJson(text)
  } catch {
    throw new Disproved('row_form', { row: '' })
  }
}

function toMoment(text: string): string | null {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** Verifies that each opening matches the commitment at its path. Returns the commitments without an opening. */
async function checkOpenings(row: EvidenceRow, { openings }: EvidenceEntry): Promise<string[]> {
  const closed = findCommitments(row)
  for (const [path, { salt, value }] of Object.entries(openings)) {
    const found = closed.get(path)
    const hash = await hashOf(concat([fromHex(salt), encodeText(canonicalJson(value))]))
    if (found === undefined || !isSame(encodeText(found), encodeText(toHex(hash))))
      throw new Disproved('opening_false', { row: String(row.sequence), member: path })
    closed.delete(path)
  }
  return [...closed.keys()]
}

/** The commitments of a row by path. A commitment is a member, or a member of a member. */
function findCommitments({ actor, data }: EvidenceRow): Map<string, string> {
  const found = new Map<string, string>()
  for (const [root, members] of Object.entries({ actor, data })) {
    for (const [name, value] of Object.entries(members)) {
      note(found, `${root}.${name}`, value)
      if (isObject(value) && !isCommitment(value))
        for (const [inner, one] of Object.entries(value)) note(found, `${root}.${name}.${inner}`, one)
    }
  }
  return found
}

function note(found: Map<string, string>, path: string, value: unknown): void {
  if (isCommitment(value)) found.set(path, value.commitment)
}

function isCommitment(value: unknown): value is { commitment: string } {
  const [name, ...others] = isObject(value) ? Object.keys(value) : []
  return isObject(value) && name === 'commitment' && others.length === 0 && typeof value.commitment === 'string'
}
