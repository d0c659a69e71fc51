import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import { type Fault, fault } from '../errors.ts'

/** What of a webhook is a value in a column and nothing else: a new member of this kind is written here, once. */
export type PlainMembers = {
  /** FIFO per agreement. */
  ordered: boolean
  /** Requests in flight at once to this destination, over all workers. */
  maxConcurrency: number
  /** Requests started per second; null is no limit. */
  maxPerSecond: number | null
}

export const mostConcurrency = 1_000
export const mostPerSecond = 10_000

type Row = Selectable<Tables['webhooks']>

/** The members in a row. */
export function readPlain(row: Pick<Row, 'ordered' | 'max_concurrency' | 'max_per_second'>): PlainMembers {
  return { ordered: row.ordered, maxConcurrency: row.max_concurrency, maxPerSecond: row.max_per_second }
}

/** The columns of the members that are given. */
export function writePlain({ ordered, maxConcurrency, maxPerSecond }: Partial<PlainMembers>) {
  return {
    ...(ordered !== undefined && { ordered }),
    ...(maxConcurrency !== undefined && { max_concurrency: maxConcurrency }),
    ...(maxPerSecond !== undefined && { max_per_second: maxPerSecond }),
  }
}

/** Every fault of the members that are given. */
export function findPlainFaults({ maxConcurrency, maxPerSecond }: Partial<PlainMembers>): Fault[] {
  return [
    ...checkLimit('maxConcurrency', maxConcurrency, mostConcurrency),
    ...checkLimit('maxPerSecond', maxPerSecond, mostPerSecond),
  ]
}

function checkLimit(name: string, value: number | null | undefined, most: number): Fault[] {
  if (value === undefined || value === null || (Number.isInteger(value) && value >= 1 && value <= most)) return []
  return [fault([name], 'range', { least: 1, most, value })]
}
