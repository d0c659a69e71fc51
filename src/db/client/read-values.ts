import pg from 'pg'

const { TIMESTAMPTZ, INT8 } = pg.types.builtins
/** The type text[], for which pg has no name. */
const textArray: number = 1009

const readAnyMoment = pg.types.getTypeParser(TIMESTAMPTZ)
const readAnyTexts = pg.types.getTypeParser(textArray)

// Other types are looked up in pg once.
const textReaders = new Map<number, (text: string) => unknown>([
  [INT8, Number],
  [TIMESTAMPTZ, readMoment],
  [textArray, readTexts],
])

/**
 * How values are read: times as Date, int8 as number. The usual forms of times and text arrays are read directly, in a
 * fraction of the time of the general readers.
 */
export const valueReaders: pg.CustomTypesConfig = {
  getTypeParser(type, format = 'text') {
    if (format !== 'text') return pg.types.getTypeParser(type, format)
    const reader = textReaders.get(type) ?? pg.types.getTypeParser(type, format)
    textReaders.set(type, reader)
    return reader
  },
}

const zero = '0'.charCodeAt(0)
const dash = '-'.charCodeAt(0)
const space = ' '.charCodeAt(0)

/** Reads `2026-11-22 10:00:00.123456+00` as a Date, truncated to milliseconds. pg reads every other form. */
export function readMoment(text: string): Date {
  const year = digits(text, 0) * 100 + digits(text, 2)
  const isPlain = text.charCodeAt(4) === dash && text.charCodeAt(10) === space && text.endsWith('+00')
  // Date.UTC takes years below 100 as years of the twentieth century.
  if (!isPlain || year < 100) return readAnyMoment(text)
  const day = Date.UTC(year, digits(text, 5) - 1, digits(text, 8))
  const seconds = (digits(text, 11) * 60 + digits(text, 14)) * 60 + digits(text, 17)
  return new Date(day + seconds * 1_000 + Number(text.slice(20, -3).padEnd(3, '0').slice(0, 3)))
}

// The number of two digits.
function digits(text: string, at: number): number {
  return (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero
}

/** Reads `{a,b}` as a list. pg reads forms with quotes, escapes, nulls or nested lists. */
export function readTexts(text: string): string[] {
  const isPlain = !text.includes('"') && !text.includes('\\') && !text.includes('{', 1) && !text.includes('NULL')
  if (!isPlain) return readAnyTexts(text)
  return text === '{}' ? [] : text.slice(1, -1).split(',')
}
