import { readTypedCode } from './read-typed.ts'

/** Whether a text is a calendar day as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00.000Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text
}

/** A day in the numeric format of a locale, for example 12/31/2026 in `en-US` and 31.12.2026 in `de`. */
export function formatDay(day: string, locale: string): string {
  const date = new Date(`${day}T00:00:00.000Z`)
  return parts(locale)
    .map(({ type, value }) => {
      if (type === 'year') return day.slice(0, 4)
      if (type === 'month') return day.slice(5, 7)
      return type === 'day' ? String(date.getUTCDate()).padStart(2, '0') : value
    })
    .join('')
}

/**
 * Reads a typed day as `YYYY-MM-DD`. Browsers with a date input send it so; otherwise people write it in the format of
 * their locale, with a year of four digits. Any other text is returned unchanged.
 */
export function readDay(typed: string, locale: string): string {
  const text = readTypedCode(typed)
  const numbers = text.match(/\d+/g) ?? []
  if (numbers.length !== 3 || !/^\d+\D{1,3}\d+\D{1,3}\d+\D{0,2}$/u.test(text)) return text
  const order = parts(locale).flatMap(({ type }) =>
    type === 'year' || type === 'month' || type === 'day' ? [type] : [],
  )
  const at = (type: 'year' | 'month' | 'day') => numbers[order.indexOf(type)] ?? ''
  const isYearFirst = numbers[0]?.length === 4
  const [year, month, day] = isYearFirst ? numbers : [at('year'), at('month'), at('day')]
  if (year?.length !== 4) return text
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
}

function parts(locale: string): Intl.DateTimeFormatPart[] {
  return new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(0)
}
