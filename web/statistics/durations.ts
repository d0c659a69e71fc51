const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const

type Unit = (typeof units)[number][0]

/** The unit of a duration: the largest unit that fits into it twice. */
export function unitOf(ms: number): Unit {
  return units.find(([, size]) => ms >= 2 * size)?.[0] ?? 'second'
}

/** A duration as a number of a unit, to a tenth. */
export function inUnit(ms: number | null, unit: Unit): number | null {
  const size = units.find(([name]) => name === unit)?.[1] ?? 1_000
  return ms === null ? null : Math.round((10 * ms) / size) / 10
}

/** A duration in words: "3.5 hours". */
export function sayDuration(ms: number, language: string): string {
  const unit = unitOf(ms)
  return sayInUnit(inUnit(ms, unit) ?? 0, unit, language, 'long')
}

export function sayInUnit(
  value: number,
  unit: Unit,
  language: string,
  unitDisplay: 'long' | 'short' = 'short',
): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 }).format(value)
}
