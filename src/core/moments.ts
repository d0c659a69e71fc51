import { type Fault, fault } from './errors.ts'

const earliest = Date.UTC(2000, 0, 1)
// The last year of RFC 3339. Microseconds that are read as milliseconds lie far behind it.
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999)
const dayMs = 86_400_000

/** The fault of an end that has passed, or that no calendar reaches. No fault when it is not given. */
export function checkFuture(now: Date, path: string[], moment: Date | null | undefined): Fault[] {
  if (!moment || (moment > now && moment.getTime() <= latest)) return []
  const isFarOff = moment.getTime() < earliest || moment > now
  return [fault(path, 'future', { at: moment.toISOString(), isFarOff, value: moment })]
}

/**
 * The fault of a time before 2000, such as unix seconds read as milliseconds, or after tomorrow. No fault when it is
 * not given.
 */
export function checkHappened(now: Date, path: string[], moment: Date | null | undefined): Fault[] {
  if (!moment || (moment.getTime() >= earliest && moment.getTime() <= now.getTime() + dayMs)) return []
  return [fault(path, 'moment', { at: moment.toISOString(), value: moment })]
}

/** A moment for people, to the minute and with its zone: `2026-03-31 12:00 UTC`. */
export function sayMinute(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
