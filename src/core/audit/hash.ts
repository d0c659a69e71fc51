import { hash } from 'node:crypto'
import { canonicalJson } from '../canonical-json.ts'

/** The columns that the hash of a row covers. */
export type AuditRow = {
  chain: string
  sequence: number
  action: string
  actor: Record<string, unknown>
  subject_type: string
  subject_id: string
  data: Record<string, unknown>
  occurred_at: Date
}

/** The canonical text of a row. Its hash also covers the hash of the row before. */
export function canonicalRow({
  chain,
  sequence,
  action,
  actor,
  subject_type,
  subject_id,
  data,
  occurred_at,
}: AuditRow): string {
  return canonicalJson({ chain, sequence, action, actor, subject_type, subject_id, data, occurred_at })
}

/** SHA-256 over the previous hash and the row in canonical JSON (sorted keys), so that anyone can compute it again. */
export function hashRow(previous: Buffer, row: AuditRow): Buffer {
  return hash('sha256', Buffer.concat([previous, Buffer.from(canonicalRow(row))]), 'buffer')
}
