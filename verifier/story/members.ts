import type { Row } from '../evidence/rows.ts'
import { isObject } from '../evidence/shape.ts'

/** A member of a row by path, with its commitment opened; null when it is unknown. */
export function memberOf(row: Row, path: string): unknown {
  if (Object.hasOwn(row.opened, path)) return row.opened[path]
  const [root = '', name = ''] = path.split('.')
  const members = root === 'actor' ? row.actor : row.data
  const value = Object.hasOwn(members, name) ? members[name] : null
  return row.closed.includes(path) ? null : value
}

export function textOf(row: Row, path: string): string | null {
  const value = memberOf(row, path)
  return typeof value === 'string' && value !== '' ? value : null
}

/** The values of the fields that a person filled in, by key. */
export function fieldsOf(row: Row): Record<string, unknown> {
  const start = 'data.fields.'
  const opened = Object.entries(row.opened).filter(([path]) => path.startsWith(start))
  return Object.fromEntries(opened.map(([path, value]) => [path.slice(start.length), value]))
}

/** The signer whom a row is about, or who acts in it; null when it names none. */
export function signerOf(row: Row): string | null {
  if (row.subject_type === 'signer') return row.subject_id
  const { signerId } = row.data
  if (typeof signerId === 'string') return signerId
  return isObject(row.actor) && row.actor.kind === 'signer' && typeof row.actor.id === 'string' ? row.actor.id : null
}
