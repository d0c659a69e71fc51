import type { SignerRole } from '../../../db/index.ts'
import type { Field } from '../../agreements/index.ts'
import { type Fault, fault, inside, maxFaults } from '../../errors.ts'
import {
  findGivenFaults,
  findNamedFaults,
  findSignerFaults,
  type NewSigner,
  namesSecret,
} from '../../submissions/index.ts'
import { checkText } from '../../text.ts'
import { type Column, findColumnFaults, keyOfField, readColumns } from './columns.ts'
import { type CsvRow, readCsv } from './read.ts'

export type RowDelivery = 'email' | 'link'
type RowSigner = NewSigner & { role: string }

/** A row of which a submission can be made. */
export type JudgedRow = { line: number; signers: RowSigner[]; metadata: Record<string, string> }

/**
 * What judges the rows: the roles and fields of the agreement, the roles that require verifications, and the delivery
 * of invitations.
 */
type Judging = {
  roles: readonly SignerRole[]
  fields: readonly Field[]
  checked: ReadonlySet<string>
  delivery: RowDelivery
}

/**
 * The result of judging a file. `faults` has at most `maxFaults`, and `untold` counts the rest. A file with faults
 * makes no submission.
 */
export type Judged = { columns: Column[]; rows: JudgedRow[]; faults: Fault[]; untold: number }

const longestValue = 1_000
const rowsAtOnce = 500

/**
 * Judges a whole file. Faults have the path `[line, column]` and the same values in their params. Yields to other work
 * between batches of rows.
 */
export async function judgeFile(bytes: Uint8Array, judging: Judging): Promise<Judged> {
  const table = readCsv(bytes)
  if ('code' in table) return { columns: [], rows: [], faults: [atLine(table)], untold: 0 }
  const columns = readColumns(table.header.cells, judging.roles, judging.fields)
  const wrong = findColumnFaults(columns, table.header.line, judging.delivery === 'email')
  if (wrong.length > 0) return { columns, rows: [], ...tellSome(wrong) }
  const [rows, faults]: [JudgedRow[], Fault[]] = [[], []]
  const seen = new Map<string, number>()
  for (const [index, row] of table.rows.entries()) {
    if (index % rowsAtOnce === 0) await new Promise((resolve) => setImmediate(resolve))
    const judged = judgeRow(row, columns, judging)
    rows.push(judged.row)
    faults.push(...judged.faults, ...findTwin(row, seen))
  }
  return { columns, rows, ...tellSome(faults) }
}

function tellSome(faults: readonly Fault[]): { faults: Fault[]; untold: number } {
  const told = faults.slice(0, maxFaults).map(atLine)
  return { faults: told, untold: faults.length - told.length }
}

// Copies line and column from the path into the params, because the texts of faults and API clients read them there.
function atLine(found: Fault): Fault {
  const [line, column] = found.path
  if (line === undefined) return found
  return { ...found, params: { ...found.params, line: Number(line), ...(column ? { column } : {}) } }
}

function judgeRow(row: CsvRow, columns: readonly Column[], judging: Judging): { row: JudgedRow; faults: Fault[] } {
  const { line, cells } = row
  const read = { line, signers: readSigners(cells, columns, judging), metadata: readMetadataOf(cells, columns) }
  if (cells.length !== columns.length) {
    const counts = { line, count: cells.length, wanted: columns.length }
    return { row: read, faults: [fault([String(line)], 'csv_cells', counts)] }
  }
  const faults = [...findAccessFaults(cells, columns, line), ...findRowFaults(read, columns, judging)]
  return { row: read, faults: inside([String(line)], faults) }
}

function findRowFaults({ signers, metadata }: JudgedRow, columns: readonly Column[], judging: Judging): Fault[] {
  const { roles, checked } = judging
  const named = signers.flatMap(({ role, ...whom }) => {
    const signer = roles.find(({ key }) => key === role)
    return signer ? [{ path: [role], signer: { role, kind: signer.kind }, whom }] : []
  })
  const faults = named.flatMap(({ path, whom }) => inside(path, findSignerFaults(whom)))
  if (faults.length === 0) faults.push(...findNamedFaults(named, checked), ...findGivenFaults(named, judging.fields))
  return [
    ...faults.map((found) => ({ ...found, path: [columnOf(found, columns)] })),
    ...Object.entries(metadata).flatMap(([name, value]) => checkText([name], value, { maxLength: longestValue })),
  ]
}

function columnOf({ path: [role, part, key] }: Fault, columns: readonly Column[]): string {
  if (part === 'fields') return columns.find(({ name }) => keyOfField(name) === key)?.name ?? `field.${key}`
  const found = columns.find((column) => column.role === role && column.becomes === part)
  return found?.name ?? `${role}.${part}`
}

// `email_code` is the only word for access. Any other word is a fault of its row.
const isCode = (cell: string) => cell.trim().toLowerCase() === 'email_code'

function findAccessFaults(cells: readonly string[], columns: readonly Column[], line: number): Fault[] {
  return columns.flatMap(({ name, becomes }, at) =>
    becomes === 'access' && cells[at] && !isCode(cells[at]) ? [fault([name], 'csv_access', { line })] : [],
  )
}

// Every row names the first signer, and each other role for which it has a value.
function readSigners(cells: readonly string[], columns: readonly Column[], judging: Judging): RowSigner[] {
  return judging.roles.flatMap(({ key, kind }, index) => {
    const said: NewSigner = {}
    const fields: Record<string, string> = {}
    for (const [at, { name, role, becomes }] of columns.entries()) {
      const cell = cells[at]
      if (role !== key || becomes === 'metadata' || !cell) continue
      if (becomes === 'field') fields[keyOfField(name) ?? ''] = cell
      else if (becomes === 'access') said.access = { emailCode: isCode(cell) }
      else said[becomes] = cell
    }
    if (Object.keys(fields).length > 0) said.fields = fields
    if (index > 0 && Object.keys(said).length === 0) return []
    return [{ role: key, ...said, delivery: kind === 'copy' ? 'email' : judging.delivery }]
  })
}

// The name of a secret is kept, with an empty value, so that it is reported. The value is dropped.
function readMetadataOf(cells: readonly string[], columns: readonly Column[]): Record<string, string> {
  const entries = columns.flatMap(({ name, becomes }, at): [string, string][] => {
    const value = cells[at] ?? ''
    if (becomes !== 'metadata' || value === '') return []
    return [[name, namesSecret(name) ? '' : value]]
  })
  return Object.fromEntries(entries)
}

function findTwin({ line, cells }: CsvRow, seen: Map<string, number>): Fault[] {
  const key = JSON.stringify(cells)
  const first = seen.get(key)
  if (first === undefined) seen.set(key, line)
  return first === undefined ? [] : [fault([String(line)], 'csv_row_twice', { line, first })]
}
