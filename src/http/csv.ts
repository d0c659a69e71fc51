/** Tells spreadsheet programs that the file is in UTF-8. */
export const byteOrderMark = '\ufeff'

/** A line of CSV (RFC 4180). Structures are written as JSON. */
export function csvLineOf(values: readonly unknown[]): string {
  return `${values.map(cellOf).join(',')}\r\n`
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return quoted(harmless(typeof value === 'string' ? value : JSON.stringify(value)))
}

/**
 * Prefixes a text that begins with one of these characters with an apostrophe. Otherwise spreadsheets run the text as a
 * formula when they open the file.
 */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
