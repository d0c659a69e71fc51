/** The ends of a period in the form of the browser's fields, in the person's zone. An open end is empty. */
type Period = { from: string; before: string }

/** `from..before` in UTC, for the address and the API; undefined when both ends are open. */
export function periodOf({ from, before }: Period): string | undefined {
  return from === '' && before === '' ? undefined : `${utcOf(from)}..${utcOf(before)}`
}

/** The period in the address. A malformed end counts as open. */
export function readPeriod(text = ''): Period {
  const [from = '', before = ''] = text.split('..')
  return { from: localOf(from), before: localOf(before) }
}

/** A moment in the form of the browser's field, in the person's zone. */
export function localOf(moment: string | Date): string {
  const at = new Date(moment)
  if (Number.isNaN(at.getTime())) return ''
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

function utcOf(local: string): string {
  const at = new Date(local)
  return Number.isNaN(at.getTime()) ? '' : at.toISOString()
}
