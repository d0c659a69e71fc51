import type { FileColumn, SignerRole } from '../../../db/index.ts'
import type { Field } from '../../agreements/index.ts'
import { isEmail } from '../../email.ts'
import { type Fault, fault } from '../../errors.ts'
import { checkText } from '../../text.ts'

export type Column = FileColumn

const parts: Readonly<Record<string, Column['becomes']>> = { name: 'name', access: 'access' }
const mostMetadata = 50
const longestName = 100

/**
 * Maps the names of the first row. `name`, `email` and `access` belong to the first signer, `<role>.name` and the like to a
 * role, in any case, and `field.<key>` to a field. Any other name becomes metadata, as it is written.
 */
export function readColumns(
  names: readonly string[],
  roles: readonly SignerRole[],
  fields: readonly Field[],
): Column[] {
  return names.map((name) => {
    const key = keyOfField(name)
    if (key !== null) return { name, role: fields.find((field) => field.key === key)?.role ?? null, becomes: 'field' }
    const [, role = null, part] = /^(?:(.+)\.)?(name|email|e-mail|access)$/i.exec(name.trim()) ?? []
    const found = role === null ? roles[0] : roles.find(({ key }) => key.toLowerCase() === role.toLowerCase())
    if (!part || !found) return { name, role: null, becomes: 'metadata' }
    return { name, role: found.key, becomes: parts[part.toLowerCase()] ?? 'email' }
  })
}

/** The key of the field that a column fills in; null for any other column. */
export function keyOfField(name: string): string | null {
  return /^field\.(.*)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? null
}

/** The faults of the first row: names that are missing, repeated, too long or too many. */
export function findColumnFaults(columns: readonly Column[], line: number, needsEmail: boolean): Fault[] {
  const keys = columns.map(keyOf)
  const faults = columns.flatMap(({ name, role, becomes }, index): Fault[] => {
    const at = { line, number: index + 1 }
    if (name === '') return [fault([String(line)], 'csv_column_name', at)]
    if (isEmail(name)) return [fault([String(line), name], 'csv_no_header', { line })]
    const stranger = readStranger(name, columns[index])
    if (stranger !== null) return [fault([String(line), name], 'csv_no_role', { line, role: stranger })]
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

/**
 * The role that a column names and that the agreement does not have. As metadata, the column would invite nobody, and
 * ask nobody for a code.
 */
function readStranger(name: string, column: Column | undefined): string | null {
  return column?.becomes === 'metadata' ? (/^(.+)\.(?:e-?mail|access)$/i.exec(name.trim())?.[1] ?? null) : null
}

/** Metadata names keep their case, but two names that differ only in case count as repeated. */
function keyOf({ name, role, becomes }: Column): string {
  if (becomes === 'field') return `field ${keyOfField(name)}`
  return becomes === 'metadata' ? `metadata ${name.toLowerCase()}` : `${role} ${becomes}`
}
