import type { PostgresQueryResult } from 'kysely'
import pg, { type ClientBase } from 'pg'
import { valueReaders } from './read-values.ts'
import type { Statement } from './statement.ts'

/** What PostgreSQL says of a column, and what a row comes as. */
type Field = { name: string; dataTypeID: number }
type Columns = { fields: readonly Field[]; readers: ((text: string) => unknown)[]; blank: Record<string, unknown> }
type Answer<R> = PostgresQueryResult<R>
type Done<R> = (error: Error | null, answer?: Answer<R>) => void

// What clients may combine has no end; what they do combine has.
const textsKept = 1_000
const columnsByText = new Map<string, Columns>()

/** Sends a statement and reads its answer. */
export async function ask<R>(client: ClientBase, { text, values }: Statement): Promise<Answer<R>> {
  try {
    return await new Promise((resolve, reject) => {
      client.query(new Ask<R>(text, values, (error, answer) => (answer ? resolve(answer) : reject(error))))
    })
  } catch (error) {
    // The stack says who asked, rather than that bytes came in.
    if (error instanceof Error) Error.captureStackTrace(error)
    throw error
  }
}

/**
 * A query as pg sends it, whose answer is read with what is known of its columns from the last time. pg works that out
 * anew for each answer, which costs a fifth of a short query. PostgreSQL still tells the columns, and when they differ,
 * they are what counts.
 */
class Ask<R> extends pg.Query {
  readonly #text: string
  readonly #done: Done<R>
  readonly #rows: R[] = []
  #columns: Columns | undefined
  #command = ''
  #failure: Error | null = null

  constructor(text: string, values: readonly unknown[], done: Done<R>) {
    // What fails before the end (in sending, or in PostgreSQL) pg tells this callback.
    super(text, [...values], (error) => error && done(error))
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

/** What PostgreSQL says at the end of a command, such as `SELECT 3`, `INSERT 0 1` or `BEGIN`. */
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

// A copy of a row without values has its shape at once, which costs less than to grow it.
function readRow<R>({ fields, readers, blank }: Columns, texts: (string | null)[]): R {
  const row = { ...blank }
  for (let index = 0; index < texts.length; index++) {
    const [field, text, read] = [fields[index], texts[index], readers[index]]
    if (field && read && text !== null && text !== undefined) row[field.name] = read(text)
  }
  return row as R
}
