import type { Fault } from './errors.ts'

/** The fault of an end that would have passed already. No end, or none given, is none. */
export function checkFuture(now: Date, path: string[], moment: Date | null | undefined): Fault[] {
  if (!moment || moment > now) return []
  return [{ path, rule: 'future', message: 'Give a moment in the future.', value: moment }]
}
