// The signing page runs this file too (tools/page-rules.ts), so that it shows the same fields as the server.

/**
 * When a field is shown: it depends on the value of another field, which must be shown too. Exactly one of `equals`,
 * `notEquals` and `filled` is given.
 */
export type Condition = { field: string; equals?: Answer; notEquals?: Answer; filled?: boolean }
export type Answer = string | number | boolean

type Conditional = { key: string; type: string; showIf?: Condition }

/** The keys of the fields that are shown with these values. Fields in a circle are not shown. */
export function listShown(fields: readonly Conditional[], values: ReadonlyMap<string, string>): Set<string> {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const known = new Map<string, boolean>()
  const isShown = (field: Conditional): boolean => {
    const before = known.get(field.key)
    if (before !== undefined) return before
    known.set(field.key, false)
    const { showIf } = field
    const other = showIf && byKey.get(showIf.field)
    const shown = showIf ? other !== undefined && isShown(other) && holds(showIf, other, values) : true
    known.set(field.key, shown)
    return shown
  }
  return new Set(fields.filter(isShown).map(({ key }) => key))
}

function holds(
  { equals, notEquals, filled }: Condition,
  { key, type }: Conditional,
  values: ReadonlyMap<string, string>,
): boolean {
  const value = values.get(key) ?? ''
  if (equals !== undefined) return isSame(type, value, equals)
  if (notEquals !== undefined) return !isSame(type, value, notEquals)
  return (value !== '') === (filled ?? true)
}

/**
 * Whether a value equals an answer. Numbers compare by value, boxes by whether they are ticked, and texts after Unicode
 * normalization.
 */
function isSame(type: string, value: string, answer: Answer): boolean {
  if (type === 'checkbox') return (value === 'true') === (String(answer) === 'true')
  if (type === 'number') return value !== '' && Number(value) === Number(answer)
  return value.normalize('NFC') === String(answer).normalize('NFC')
}
