import type { Compilable } from 'kysely'
import type { Handle } from './connection.ts'
import { sendOne } from './send.ts'

/**
 * A query that is built once and then run with other values, because building takes longer than sending. Conditions
 * must not depend on `values`, which are placeholders then. With a `name`, PostgreSQL plans it once for each connection;
 * such a query must name its columns, because a new column in the result of a planned one is an error.
 */
export function prepareQuery<V extends object, Row>(
  name: string | null,
  build: (db: Handle, values: V) => Compilable<Row>,
): (db: Handle, values: V) => Promise<Row[]> {
  let prepared: { text: string; parameters: readonly Parameter<V>[] } | null = null
  return (db, values) => {
    prepared ??= prepare(build, db)
    const bound = prepared.parameters.map((one) => ('member' in one ? values[one.member] : one.value))
    return sendOne<Row>(db, { text: prepared.text, values: bound, ...(name && { name }) })
  }
}

type Parameter<V> = { member: keyof V } | { value: unknown }

function prepare<V extends object, Row>(build: (db: Handle, values: V) => Compilable<Row>, db: Handle) {
  const blanks = new Map<unknown, keyof V>()
  const newBlank = (member: string | symbol) => {
    const blank = {}
    blanks.set(blank, member as keyof V)
    return blank
  }
  // The cast is safe, because each placeholder is replaced before anything reads it.
  const { sql, parameters } = build(db, new Proxy({}, { get: (_, member) => newBlank(member) }) as V).compile()
  const described = parameters.map((value): Parameter<V> => {
    const member = blanks.get(value)
    return member === undefined ? { value } : { member }
  })
  return { text: sql, parameters: described }
}
