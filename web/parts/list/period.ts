/** The ends of a time as the fields of the browser have them, in the zone of the person; an open end is empty. */
export type Period = { from: string; before: string }

/** `from..before` in UTC, as the address and the API have it; undefined when both ends are open. */
export function periodOf({ from, before }: Period): string | undefined {
  return from === '' && before === '' ? undefined : `${utcOf(from)}..${utcOf(before)}`
}

/** The period that the address names; what is no moment is an open end. */
export function readPeriod(text = ''): Period {
  const [from = '', before = ''] = text.split('..')
  return { from: localOf(from), before: localOf(before) }
}

/** A moment as the field of the browser for one has it, in the zone of the person. */
export function localOf(moment: string | Date): string {
  const at = new Date(moment)
  if (Number.isNaN(at.getTime())) return ''
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

function utcOf(local: string): string {
  const at = new Date(local)
  return Number.isNaN(at.getTime()) ? '' : at.toISOString()
}
