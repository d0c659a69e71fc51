import type { ErrorKind } from '../../../core/errors.ts'
import { type Explained, explainEntry } from '../../../texts/index.ts'
import { entries } from './entries.ts'

/** One error of the REST dialect. `code` is the number of the body's `error`. The sentences come from src/texts. */
export type ErrorEntry = { code: number; status: number; words: readonly string[] } & Explained

/** All errors, in the order of their numbers. */
export const errorCatalogue: readonly ErrorEntry[] = Object.entries(entries).map(([name, entry]) => {
  const code = Number(name)
  return { code, ...entry, ...explainEntry(code) }
})

const byWord = new Map(errorCatalogue.flatMap((entry) => entry.words.map((word) => [word, entry])))
const byCode = new Map(errorCatalogue.map((entry) => [entry.code, entry]))

// The entry for a word without an entry of its own. A test keeps released words out of this table.
const byKind: Record<ErrorKind, number> = {
  invalid: 3001,
  unauthenticated: 2002,
  forbidden: 2004,
  not_found: 4001,
  conflict: 5001,
  gone: 4004,
  limited: 2003,
  unavailable: 1001,
}

/** The entry for a DomainError, by its word or else by its kind. */
export function entryFor(error: { code: string; kind: ErrorKind }): ErrorEntry {
  return byWord.get(error.code) ?? entryOf(byKind[error.kind])
}

/** The entry of a number. Throws a plain Error for an unknown one, which is a bug. */
export function entryOf(code: number): ErrorEntry {
  const entry = byCode.get(code)
  if (!entry) throw new Error(`The error catalogue has no ${code}.`)
  return entry
}

/** The entry of a number that a reader typed, or null. */
export function findEntry(code: number): ErrorEntry | null {
  return byCode.get(code) ?? null
}
