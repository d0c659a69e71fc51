import { CsvError, parse } from 'csv-parse/sync'
import { type Fault, fault } from '../../errors.ts'
import { decodeFile } from './decode.ts'

/** A row of a file. `line` is its first line, counted from 1. */
export type CsvRow = { line: number; cells: string[] }

/** The rows of a file without empty ones. The first one is `header`. */
type CsvTable = { header: CsvRow; rows: CsvRow[] }

export const mostRows = 10_000
// Reading stops after this many records, so that a huge file of empty rows is not read to its end.
const mostRecords = 4 * mostRows
const mostFileBytes = 4 * 1024 * 1024

const separators = [',', ';', '\t', '|'] as const

/**
 * Reads a CSV file (RFC 4180). The separator is the comma, semicolon, tab or bar that is most frequent in the first
 * line. A first line `sep=;`, as Excel writes it, decides instead. Faults have the line and no path.
 */
export function readCsv(bytes: Uint8Array): CsvTable | Fault {
  if (bytes.byteLength > mostFileBytes) return fault([], 'csv_size', { most: mostFileBytes / 1024 / 1024 })
  const text = decodeFile(bytes)
  if (typeof text !== 'string') return text
  const said = /^sep=(.)\n/.exec(text)
  const skipped = said ? 1 : 0
  const body = said ? text.slice(said[0].length) : text
  const found = parseRows(body, said?.[1] ?? separatorOf(body), skipped)
  if ('code' in found) return found
  const [header, ...rows] = found.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (!header || rows.length === 0) return fault([], 'csv_empty')
  const isCut = found.length === mostRecords
  if (isCut || rows.length > mostRows)
    return fault([], 'csv_rows', { most: mostRows, line: (rows[mostRows] ?? found.at(-1))?.line ?? 0 })
  return { header, rows }
}

function parseRows(text: string, delimiter: string, skipped: number): CsvRow[] | Fault {
  const rows: CsvRow[] = []
  let line = skipped + 1
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      trim: delimiter !== '\t',
      to: mostRecords,
      on_record(record: string[], { lines }) {
        rows.push({ line, cells: record.map((cell) => cell.trim()) })
        line = skipped + lines + 1
        return null
      },
    })
    return rows
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // The fault of an unclosed quote has the line where the quote opens.
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') return fault([], 'csv_quote_open', { line })
    return fault([], 'csv_quote', { line: Number(Reflect.get(error, 'lines')) + skipped })
  }
}

// Counts separators outside of quotes in the first line. A line without separators is one column.
function separatorOf(text: string): string {
  const first = text.trimStart().split('\n', 1)[0] ?? ''
  const bare = first.replaceAll(/"(?:[^"]|"")*"/g, '')
  const counts = separators.map((separator) => bare.split(separator).length - 1)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}
