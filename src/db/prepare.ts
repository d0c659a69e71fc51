import { type Compilable, CompiledQuery } from 'kysely'
import type { Handle } from './connection.ts'

/** Stands for a value that is known only when the query runs. */
type Blank = { blank: string }
const blanks = new WeakSet<object>()

/**
 * A query that is built once and run with other values, for what runs on every request: building costs more time than
 * sending. While it is built, each member of `values` is a blank, so conditions cannot depend on them.
 */
export function prepareQuery<V extends object, Row>(
  build: (db: Handle, values: V) => Compilable<Row>,
): (db: Handle, values: V) => Promise<Row[]> {
  let compiled: { sql: string; parameters: readonly unknown[] } | null = null
  return async (db, values) => {
    // A blank goes into the parameters and is replaced there before anything reads it, so its type may be any.
    compiled ??= build(db, new Proxy({}, { get: (_, name) => newBlank(String(name)) }) as V).compile()
    const given = new Map<string, unknown>(Object.entries(values))
    const parameters = compiled.parameters.map((one) => (isBlank(one) ? given.get(one.blank) : one))
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(compiled.sql, parameters))
    return rows
  }
}

function newBlank(name: string): Blank {
  const blank: Blank = { blank: name }
  blanks.add(blank)
  return blank
}

function isBlank(value: unknown): value is Blank {
  return typeof value === 'object' && value !== null && blanks.has(value)
}
