import type { Compilable } from 'kysely'
import type { Handle } from './connection.ts'
import { runLater, runText, runTexts } from './run.ts'
import type { Statement } from './statement.ts'

/**
 * A query whose text is built once for each `shape` of its `owner`, because building and compiling costs more than the
 * rest of a short request. `values` are its parameters, the very ones and in their order: when what is built does not
 * bear that out, the text is not kept, and the query is built each time.
 */
export type ShapedQuery<O> = {
  owner: object
  shape: string
  values: readonly unknown[]
  build(): Compilable<O>
}

// What clients may combine has no end; what they do combine has.
const shapesKept = 500
const texts = new WeakMap<object, Map<string, string>>()

/** The rows of a query. */
export function runShaped<O>(db: Handle, query: ShapedQuery<O>): Promise<O[]> {
  return runText<O>(db, statementOf(query))
}

/** The rows of two queries that do not need each other, in one round trip. */
export function runBothShaped<A, B>(db: Handle, one: ShapedQuery<A>, other: ShapedQuery<B>): Promise<[A[], B[]]> {
  return runTexts<A, B>(db, statementOf(one), statementOf(other))
}

/** Runs a write whose answer nobody reads, together with the next statement of the transaction (runLater). */
export function runShapedLater(db: Handle, query: ShapedQuery<unknown>): Promise<void> {
  return runLater(db, statementOf(query))
}

function statementOf({ owner, shape, values, build }: ShapedQuery<unknown>): Statement {
  const known = texts.get(owner) ?? new Map<string, string>()
  texts.set(owner, known)
  const text = known.get(shape)
  if (text !== undefined) return { text, values }
  const { sql, parameters } = build().compile()
  if (known.size < shapesKept && isAlike(parameters, values)) known.set(shape, sql)
  return { text: sql, values: parameters }
}

function isAlike(parameters: readonly unknown[], values: readonly unknown[]): boolean {
  return parameters.length === values.length && parameters.every((value, index) => Object.is(value, values[index]))
}
