import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import { type Fault, fault } from '../errors.ts'

/** Members of a webhook that are plain values in columns. Add a new member of this kind only here. */
export type PlainMembers = {
  /** Whether deliveries of one agreement are sent in order. */
  ordered: boolean
  /** The greatest number of requests at the same time, over all workers. */
  maxConcurrency: number
  /** The greatest number of requests started per second; null means no limit. */
  maxPerSecond: number | null
}

export const mostConcurrency = 1_000
export const mostPerSecond = 10_000

type Row = Selectable<Tables['webhooks']>

export function readPlain(row: Pick<Row, 'ordered' | 'max_concurrency' | 'max_per_second'>): PlainMembers {
  return { ordered: row.ordered, maxConcurrency: row.max_concurrency, maxPerSecond: row.max_per_second }
}

export function writePlain({ ordered, maxConcurrency, maxPerSecond }: Partial<PlainMembers>) {
  return {
    ...(ordered !== undefined && { ordered }),
    ...(maxConcurrency !== undefined && { max_concurrency: maxConcurrency }),
    ...(maxPerSecond !== undefined && { max_per_second: maxPerSecond }),
  }
}

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
