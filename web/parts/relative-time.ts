const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** The distance of a moment from now: "3 days ago", "in 2 hours"; less than a minute is `justNow`. */
export function sayRelative(at: Date, now: number, language: string, justNow: string): string {
  const seconds = (at.getTime() - now) / 1_000
  const found = units.find(([, size]) => Math.abs(seconds) >= size)
  if (!found) return justNow
  const [unit, size] = found
  return formatsOf(language).relative.format(Math.trunc(seconds / size), unit)
}

/** A moment in the person's zone, named, and in UTC. */
export function sayExactly(at: Date, language: string): { local: string; utc: string } {
  const { local, utc } = formatsOf(language)
  return { local: local.format(at), utc: utc.format(at) }
}

type Formats = { relative: Intl.RelativeTimeFormat; local: Intl.DateTimeFormat; utc: Intl.DateTimeFormat }
const known = new Map<string, Formats>()

// To make one costs a hundred times what it costs to use it, and every row of a list uses some.
function formatsOf(language: string): Formats {
  const found = known.get(language)
  if (found) return found
  const made = {
    relative: new Intl.RelativeTimeFormat(language, { numeric: 'auto' }),
    local: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'long' }),
    utc: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' }),
  }
  known.set(language, made)
  return made
}
