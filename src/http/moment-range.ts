import { aboutShape, type Sentence } from '../texts/index.ts'
import { readMoment } from './moments.ts'

/** A span of time from one moment to before another. RFC 3339 with microseconds, because Date has only milliseconds. */
type MomentRange = { from?: string; before?: string }

/** The forms of a span, for a client that wrote an invalid one. */
export const momentRangeForms: Sentence = aboutShape('moments')

const pattern = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.(\d{1,9}))?)?(?:Z|[+-]\d\d:\d\d))?$/
const [dayLength, millisecond, microsecond] = [86_400_000_000n, 1_000n, 1n]

const earliest = BigInt(Date.UTC(2000, 0, 1)) * millisecond

/**
 * Reads a moment, a day, or a range `from..before`; returns the valid forms for another text. Digits beyond a
 * microsecond are cut. A moment before 2000 is refused, because it is most likely in seconds instead of milliseconds.
 */
export function readMomentRange(text: string): MomentRange | Sentence {
  const [first = '', last, ...rest] = text.split('..')
  if (rest.length > 0 || (first === '' && !last)) return momentRangeForms
  const [from, before] = [readSpan(first), readSpan(last ?? '')]
  if ((first !== '' && !from) || (last && !before)) return momentRangeForms
  if ([from, before].some((span) => span && span.start < earliest)) return aboutShape('moments_early')
  if (from && before && before.start < from.start) return aboutShape('moments_order')
  if (last === undefined)
    return from ? { from: format(from.start), before: format(from.start + from.length) } : momentRangeForms
  return { ...(from ? { from: format(from.start) } : {}), ...(before ? { before: format(before.start) } : {}) }
}

// In microseconds since 1970.
function readSpan(text: string): { start: bigint; length: bigint } | null {
  const [, , digits = ''] = pattern.exec(text) ?? []
  const whole = pattern.test(text) ? readMoment(text.replace(/\.\d+/, '')) : null
  if (!whole) return null
  const fraction = BigInt(digits.padEnd(6, '0').slice(0, 6))
  const length = text.includes('T') ? (digits.length > 3 ? microsecond : millisecond) : dayLength
  return { start: BigInt(whole.getTime()) * millisecond + fraction, length }
}

function format(microseconds: bigint): string {
  const rest = microseconds % millisecond
  const at = new Date(Number((microseconds - rest) / millisecond)).toISOString()
  return `${at.slice(0, -1)}${String(rest).padStart(3, '0')}Z`
}
