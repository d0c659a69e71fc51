/** A body for people: JSON with line ends and indents, other text unchanged. */
export function showBody(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** A duration in words: "340 ms", "2.4 s". */
export function sayDuration(ms: number, language: string): string {
  const [value, unit] = ms < 1_000 ? [ms, 'millisecond'] : [ms / 1_000, 'second']
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value)
}
