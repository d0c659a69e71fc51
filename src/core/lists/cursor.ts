import { createHash } from 'node:crypto'
import { fault, invalid } from '../errors.ts'
import type { ListRequest } from './request.ts'

/** A place in a list: the sorted values of a row as text, and the page number and total of the walk. */
export type Place = { values: (string | null)[]; number: number; total: number }

type Written = [question: string, number: number, total: number, values: (string | null)[]]

/** A hash of the list and the request. A cursor is valid only for the same hash. */
export function questionOf(name: string, { filters, sorts, search, metadata }: ListRequest): string {
  const question = JSON.stringify([name, filters ?? [], sorts ?? [], search ?? '', metadata ?? {}])
  return createHash('sha256').update(question).digest('base64url').slice(0, 8)
}

/** A cursor: the place as an opaque text. */
export function formatCursor(question: string, { values, number, total }: Place): string {
  return Buffer.from(JSON.stringify([question, number, total, values])).toString('base64url')
}

/** The place of a cursor. Throws `validation_failed` for a cursor of another list or request. */
export function readCursor(question: string, keys: number, text: string): Place {
  const read = parse(text)
  if (isWritten(read)) {
    const [asked, number, total, values] = read
    if (asked === question && values.length === keys) return { values, number, total }
  }
  throw invalid([fault(['cursor'], 'cursor', { value: text.slice(0, 100) })])
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return null
  }
}

// Written by hand, because loading the schema library costs each CLI command 0.2 s.
function isWritten(read: unknown): read is Written {
  if (!Array.isArray(read) || read.length !== 4) return false
  const [question, number, total, values] = read
  if (typeof question !== 'string' || !isCount(number) || number < 1 || !isCount(total)) return false
  return Array.isArray(values) && values.every((value) => value === null || isWord(value))
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0
const isWord = (value: unknown) => typeof value === 'string' && value.length <= 2_000
