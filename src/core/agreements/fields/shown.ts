// The signing page runs this file too (tools/page-rules.ts), so that it shows what the server will ask for.

/** When a blank is shown: by what stands in another one, which has to be shown itself. One of the three is said. */
export type Condition = { field: string; equals?: Answer; notEquals?: Answer; filled?: boolean }
export type Answer = string | number | boolean

type Conditional = { key: string; type: string; showIf?: Condition }

/** The keys of the blanks that are shown, by the values that all blanks have. Those in a circle are not. */
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

/** Whether a value is an answer: numbers by what they are worth, boxes by whether they are ticked, texts as they read. */
function isSame(type: string, value: string, answer: Answer): boolean {
  if (type === 'checkbox') return (value === 'true') === (String(answer) === 'true')
  if (type === 'number') return value !== '' && Number(value) === Number(answer)
  return value.normalize('NFC') === String(answer).normalize('NFC')
}
