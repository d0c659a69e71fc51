import type { FileColumn, SignerRole } from '../../../db/index.ts'
import type { Field } from '../../agreements/index.ts'
import { type Fault, fault } from '../../errors.ts'
import { checkText } from '../../text.ts'

export type Column = FileColumn

const mostMetadata = 50
const longestName = 100

/**
 * What the names of a file's first row mean. `name` and `email` are of who acts first, `<role>.name` and `<role>.email` of
 * a role of the agreement, in whatever case, and `field.<key>` what stands in a field; all others become metadata, as they
 * are written.
 */
export function readColumns(
  names: readonly string[],
  roles: readonly SignerRole[],
  fields: readonly Field[],
): Column[] {
  return names.map((name) => {
    const key = keyOfField(name)
    if (key !== null) return { name, role: fields.find((field) => field.key === key)?.role ?? null, becomes: 'field' }
    const [, role = null, part] = /^(?:(.+)\.)?(name|email|e-mail)$/i.exec(name.trim()) ?? []
    const found = role === null ? roles[0] : roles.find(({ key }) => key.toLowerCase() === role.toLowerCase())
    if (!part || !found) return { name, role: null, becomes: 'metadata' }
    return { name, role: found.key, becomes: part.toLowerCase() === 'name' ? 'name' : 'email' }
  })
}

/** The key of the field that a column fills in; null for another column. */
export function keyOfField(name: string): string | null {
  return /^field\.(.*)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? null
}

/** The faults of a first row: names that are missing, twice there, too long or too many. */
export function findColumnFaults(columns: readonly Column[], line: number, needsEmail: boolean): Fault[] {
  const keys = columns.map(keyOf)
  const faults = columns.flatMap(({ name, role, becomes }, index): Fault[] => {
    const at = { line, number: index + 1 }
    if (name === '') return [fault([String(line)], 'csv_column_name', at)]
    if (keys.indexOf(keys[index] ?? '') < index) return [fault([String(line), name], 'csv_column_twice', at)]
    if (becomes === 'field' && role === null) return [fault([String(line), name], 'csv_no_field', { line, name })]
    return checkText([String(line), name], name, { maxLength: longestName, minLength: 1 })
  })
  const isFirst = ({ becomes }: Column) => becomes === 'email'
  if (needsEmail && !columns.some(isFirst)) faults.push(fault([String(line)], 'csv_no_email', { line }))
  const count = columns.filter(({ becomes }) => becomes === 'metadata').length
  if (count > mostMetadata) faults.push(fault([String(line)], 'csv_columns', { line, most: mostMetadata, count }))
  return faults
}

/** Names of metadata keep their case, yet two that differ by nothing else are meant as one. */
function keyOf({ name, role, becomes }: Column): string {
  if (becomes === 'field') return `field ${keyOfField(name)}`
  return becomes === 'metadata' ? `metadata ${name.toLowerCase()}` : `${role} ${becomes}`
}
