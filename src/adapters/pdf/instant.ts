/** An instant as `2026-11-21 09:30:05 UTC`: the zone stands next to every time, so that nobody has to guess it. */
export function formatInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}
