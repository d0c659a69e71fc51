import type { Compilable } from 'kysely'
import type { Handle } from './connection.ts'
import { connectOf } from './connects.ts'
import type { Statement } from './statement.ts'

/**
 * A query whose text is built once for each `shape` of its `owner`, because building takes longer than the rest of a short
 * request. `values` must be exactly its parameters, in order; otherwise the query is built each time.
 */
export type ShapedQuery<Row> = {
  owner: object
  shape: string
  values: readonly unknown[]
  /** PostgreSQL plans a kept text with a name once for each connection. A name belongs to one shape of one owner. */
  name?: string
  build(): Compilable<Row>
}

/** A text with values, or a query to build. */
type Query<Row> = Statement | ShapedQuery<Row>

/**
 * Sends queries in one packet and returns the rows of each. They run one after another, after those that `sendLater`
 * has kept.
 */
export async function send<Rows extends unknown[]>(
  db: Handle,
  ...queries: { [Place in keyof Rows]: Query<Rows[Place]> }
): Promise<{ [Place in keyof Rows]: Rows[Place][] }> {
  const client = await connectOf(db)()
  try {
    const answers = await client.queryAll(queries.map(statementOf))
    return answers.map(({ rows }) => rows) as { [Place in keyof Rows]: Rows[Place][] }
  } finally {
    client.release()
  }
}

/** Sends one query and returns its rows. */
export async function sendOne<Row>(db: Handle, query: Query<Row>): Promise<Row[]> {
  const client = await connectOf(db)()
  try {
    return (await client.queryOne<Row>(statementOf(query))).rows
  } finally {
    client.release()
  }
}

/**
 * Keeps a query without a needed result until the next query or the commit, which also throws its error. Throws outside
 * of a transaction.
 */
export async function sendLater(db: Handle, query: Query<unknown>): Promise<void> {
  if (!db.isTransaction) throw new Error('A statement that waits for the next one, outside a transaction.')
  const client = await connectOf(db)()
  client.queue({ kind: 'write', ...statementOf(query) })
  client.release()
}

// The number of possible shapes is unbounded, so only this many are kept.
const shapesKept = 500
const texts = new WeakMap<object, Map<string, string>>()

function statementOf(query: Query<unknown>): Statement {
  if ('text' in query) return query
  const { owner, shape, values, name, build } = query
  const known = texts.get(owner) ?? new Map<string, string>()
  texts.set(owner, known)
  const text = known.get(shape)
  if (text !== undefined) return { text, values, ...(name && { name }) }
  const { sql, parameters } = build().compile()
  if (known.size < shapesKept && isAlike(parameters, values)) known.set(shape, sql)
  return { text: sql, values: parameters }
}

function isAlike(parameters: readonly unknown[], values: readonly unknown[]): boolean {
  return parameters.length === values.length && parameters.every((value, index) => Object.is(value, values[index]))
}
