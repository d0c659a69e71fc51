const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** The distance of a moment from now: "3 days ago", "in 2 hours". For less than a minute it is `justNow`. */
export function sayRelative(at: Date, now: number, language: string, justNow: string): string {
  const seconds = (at.getTime() - now) / 1_000
  const found = units.find(([, size]) => Math.abs(seconds) >= size)
  if (!found) return justNow
  const [unit, size] = found
  return relativeOf(language).format(Math.trunc(seconds / size), unit)
}

/** A moment in the person's zone with the zone's name, and in UTC. */
export function sayExactly(at: Date, language: string): { local: string; utc: string } {
  const { local, utc } = exactOf(language)
  return { local: local.format(at), utc: utc.format(at) }
}

// Making a formatter costs a hundred times as much as using it. Every row of a list uses the first one.
const relativeOf = keep((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }))
const exactOf = keep((language) => ({
  local: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'long' }),
  utc: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' }),
}))

/** Makes a value once for each language. */
function keep<Made>(make: (language: string) => Made): (language: string) => Made {
  const known = new Map<string, Made>()
  return (language) => {
    const made = known.get(language) ?? make(language)
    known.set(language, made)
    return made
  }
}
