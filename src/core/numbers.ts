import { readTypedCode } from './read-typed.ts'

/** Whether a text is a number in plain digits, with a decimal point: `-1234.50`. */
export function isPlainNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)
}

/** A plain number in the format of a locale, with its decimals: `1.234,50` in German. */
export function formatNumber(plain: string, locale: string): string {
  const decimals = plain.split('.')[1]?.length ?? 0
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, numberingSystem: 'latn' }
  return new Intl.NumberFormat(locale, options).format(Number(plain))
}

/**
 * Reads a typed number as plain digits. Groups and decimals follow the locale; a point is also understood where it
 * cannot be a grouping sign. Any other text is returned unchanged, because a number is never guessed.
 */
export function readNumber(typed: string, locale: string): string {
  const text = readTypedCode(typed)
  const { group, decimal } = signsOf(locale)
  const own = grammarOf(group, decimal).exec(text) ?? grammarOf('', '.').exec(text)
  if (!own) return text
  const [, minus = '', whole = '', decimals] = own
  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
  return `${minus}${digits}${decimals === undefined ? '' : `.${decimals}`}`
}

// Spaces and apostrophes group digits in every locale. Groups have two or three digits, because India groups by lakhs.
function grammarOf(group: string, decimal: string): RegExp {
  const between = `[ '’${group}]`
  return new RegExp(`^\\+?(-?) ?(\\d+|\\d{1,3}(?:${between}\\d{2,3})*${between}\\d{3})(?:[${decimal}](\\d+))?$`, 'u')
}

function signsOf(locale: string): { group: string; decimal: string } {
  const format = new Intl.NumberFormat(locale, { numberingSystem: 'latn', useGrouping: 'always' })
  const found = format.formatToParts(1_234_567.5)
  const sign = (type: 'group' | 'decimal') => found.find((part) => part.type === type)?.value ?? ''
  return { group: sign('group').replace(/[^.,]/g, ''), decimal: sign('decimal') === ',' ? ',' : '.' }
}
