import { type Fault, fault } from './errors.ts'

const earliest = Date.UTC(2000, 0, 1)
// The last year that a date of RFC 3339 can name. Microseconds of today, read as milliseconds, lie far behind it.
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999)
const dayMs = 86_400_000

/** The fault of an end that has passed already, or that no calendar comes to. An end that is not given has none. */
export function checkFuture(now: Date, path: string[], moment: Date | null | undefined): Fault[] {
  if (!moment || (moment > now && moment.getTime() <= latest)) return []
  const isFarOff = moment.getTime() < earliest || moment > now
  return [fault(path, 'future', { at: moment.toISOString(), isFarOff, value: moment })]
}

/**
 * The fault of a moment at which nothing of ours can have happened: before 2000, as unix seconds read as milliseconds
 * are, or after tomorrow. A moment that is not given has none.
 */
export function checkHappened(now: Date, path: string[], moment: Date | null | undefined): Fault[] {
  if (!moment || (moment.getTime() >= earliest && moment.getTime() <= now.getTime() + dayMs)) return []
  return [fault(path, 'moment', { at: moment.toISOString(), value: moment })]
}
