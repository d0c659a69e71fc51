const dayMs = 86_400_000
const minuteMs = 60_000

/**
 * The proposed start of a recovery: a minute before the trouble began, or else the moment when the webhook was switched
 * off, or else a day ago. `now` is in ms.
 */
export function offeredSince(told: { failingSince: string | null; disabledAt: string | null }, now: number): Date {
  const known = [told.failingSince, told.disabledAt].filter((at) => at !== null).map((at) => Date.parse(at) - minuteMs)
  return new Date(known.length > 0 ? Math.min(...known) : now - dayMs)
}
