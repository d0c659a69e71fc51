import type { PostgresQueryResult } from 'kysely'
import pg, { type ClientBase } from 'pg'
import { valueReaders } from './read-values.ts'
import type { Statement } from './statement.ts'

/** A column as PostgreSQL describes it, and the form of its rows. */
type Field = { name: string; dataTypeID: number }
type Columns = { fields: readonly Field[]; readers: ((text: string) => unknown)[]; blank: Record<string, unknown> }
type Answer<R> = PostgresQueryResult<R>
type Done<R> = (error: Error | null, answer?: Answer<R>) => void

// The number of possible texts is unbounded, so only this many are kept.
const textsKept = 1_000
const columnsByText = new Map<string, Columns>()

/** Sends a statement and returns its result. */
export async function ask<R>(client: ClientBase, statement: Statement): Promise<Answer<R>> {
  try {
    return await new Promise((resolve, reject) => {
      client.query(new Ask<R>(statement, (error, answer) => (answer ? resolve(answer) : reject(error))))
    })
  } catch (error) {
    // Makes the stack show the caller, instead of the socket that received the error.
    if (error instanceof Error) Error.captureStackTrace(error)
    throw error
  }
}

/**
 * A query of pg that reuses the column readers of the last result with the same text. Finding them anew takes a fifth
 * of a short query. PostgreSQL still describes the columns of each result, and different columns replace the kept ones.
 */
class Ask<R> extends pg.Query {
  readonly #text: string
  readonly #done: Done<R>
  readonly #rows: R[] = []
  #columns: Columns | undefined
  #command = ''
  #failure: Error | null = null

  constructor({ text, values, name }: Statement, done: Done<R>) {
    // pg reports any failure before the end of the query to this callback.
    super({ text, values: [...values], ...(name && { name }) }, (error) => error && done(error))
    this.#text = text
    this.#done = done
  }

  handleRowDescription({ fields }: { fields: Field[] }): void {
    this.#columns = columnsOf(this.#text, fields)
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    if (this.#failure || !this.#columns) return
    try {
      this.#rows.push(readRow<R>(this.#columns, fields))
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error))
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#command = text
  }

  handleReadyForQuery(): void {
    const answer = { ...readTag(this.#command), rows: this.#rows } as Answer<R>
    this.#done(this.#failure, this.#failure ? undefined : answer)
  }
}

/** Parses the command tag, such as `SELECT 3`, `INSERT 0 1` or `BEGIN`. */
function readTag(tag: string): { command: string; rowCount: number } {
  const end = tag.indexOf(' ')
  if (end === -1) return { command: tag, rowCount: 0 }
  return { command: tag.slice(0, end), rowCount: Number(tag.slice(tag.lastIndexOf(' '))) }
}

function columnsOf(text: string, fields: Field[]): Columns {
  const known = columnsByText.get(text)
  if (known && isAlike(known.fields, fields)) return known
  const readers = fields.map(({ dataTypeID }) => valueReaders.getTypeParser(dataTypeID, 'text'))
  const columns = { fields, readers, blank: Object.fromEntries(fields.map(({ name }) => [name, null])) }
  if (columnsByText.size >= textsKept) columnsByText.clear()
  columnsByText.set(text, columns)
  return columns
}

function isAlike(known: readonly Field[], told: readonly Field[]): boolean {
  if (known.length !== told.length) return false
  for (let index = 0; index < told.length; index++) {
    const [one, other] = [known[index], told[index]]
    if (one?.name !== other?.name || one?.dataTypeID !== other?.dataTypeID) return false
  }
  return true
}

// Copying an empty row creates the object with its final shape, which is cheaper than adding members.
function readRow<R>({ fields, readers, blank }: Columns, texts: (string | null)[]): R {
  const row = { ...blank }
  for (let index = 0; index < texts.length; index++) {
    const [field, text, read] = [fields[index], texts[index], readers[index]]
    if (field && read && text !== null && text !== undefined) row[field.name] = read(text)
  }
  return row as R
}
