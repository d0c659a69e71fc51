import type { Compilable } from 'kysely'
import type { Handle } from './connection.ts'
import { runText } from './run-text.ts'

// The text of a query by its owner and its shape; null for one that cannot be kept.
const texts = new WeakMap<object, Map<string, string | null>>()

/**
 * Runs a query whose text is built once for each `shape` of its `owner`, because building and compiling costs more than
 * the rest of a short request. `values` are its parameters, the very ones and in their order: when what is built does not
 * bear that out, the text is not kept, and the query is built each time.
 */
export async function runShaped<O>(
  db: Handle,
  query: { owner: object; shape: string; values: readonly unknown[]; build(): Compilable<O> },
): Promise<O[]> {
  const known = texts.get(query.owner) ?? new Map<string, string | null>()
  texts.set(query.owner, known)
  const text = known.get(query.shape)
  if (text) return runText<O>(db, text, query.values)
  const compiled = query.build().compile()
  if (text === undefined) known.set(query.shape, isAlike(compiled.parameters, query.values) ? compiled.sql : null)
  return (await db.executeQuery<O>(compiled)).rows
}

function isAlike(parameters: readonly unknown[], values: readonly unknown[]): boolean {
  return parameters.length === values.length && parameters.every((value, index) => Object.is(value, values[index]))
}
