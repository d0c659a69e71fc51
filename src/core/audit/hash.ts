import { hash } from 'node:crypto'

/** What a link of the chain covers. */
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

/** SHA-256 over the previous hash and the row in canonical JSON (sorted keys), so that anyone can compute it again. */
export function hashRow(previous: Buffer, row: AuditRow): Buffer {
  // As the row reads once the database has kept it: times are ISO text, and what is undefined is not there.
  const content = canonicalJson(JSON.parse(JSON.stringify(row)))
  return hash('sha256', Buffer.concat([previous, Buffer.from(content)]), 'buffer')
}

/** JSON with sorted keys and no white space (the idea of RFC 8785), for values that came from JSON. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}
