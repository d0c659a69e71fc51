import type { Fault } from './errors.ts'

const earliest = Date.UTC(2000, 0, 1)
const dayMs = 86_400_000

/** The fault of an end that has passed already. An end that is not given has none. */
export function checkFuture(now: Date, path: string[], moment: Date | null | undefined): Fault[] {
  if (!moment || moment > now) return []
  const hint = moment.getTime() < earliest ? ` ${readAs(moment)}` : ''
  return [{ path, rule: 'future', message: `Give a moment in the future.${hint}`, value: moment }]
}

/**
 * The fault of a moment at which nothing of ours can have happened: before 2000, as unix seconds read as milliseconds
 * are, or after tomorrow. A moment that is not given has none.
 */
export function checkHappened(now: Date, path: string[], moment: Date | null | undefined): Fault[] {
  if (!moment || (moment.getTime() >= earliest && moment.getTime() <= now.getTime() + dayMs)) return []
  return [{ path, rule: 'moment', message: `Give a moment from 2000 to tomorrow. ${readAs(moment)}`, value: moment }]
}

function readAs(moment: Date): string {
  return `This one is ${moment.toISOString()}; unix timestamps count milliseconds.`
}
