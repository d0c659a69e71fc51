import type { operator } from '../texts/en/operator.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte']

/** A number of bytes in words: "1.4 GB". */
export function sayBytes(bytes: number, language: string): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const options = {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  } as const
  return new Intl.NumberFormat(language, options).format(bytes / 1_000 ** step)
}

/** A length of time in its greatest whole unit. */
export function sayDuration(
  seconds: number,
  say: Pick<(typeof operator)['state'], 'minutes' | 'hours' | 'days'>,
): string {
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return say.minutes(minutes)
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? say.hours(hours) : say.days(Math.floor(hours / 24))
}
