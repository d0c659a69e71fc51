import { formatNumber, isPlainNumber, readNumber } from '../../numbers.ts'
import type { Blank, FieldKind, OptionFault } from './field.ts'
import { optionFault } from './options.ts'

const largest = 999_999_999_999
const mostDecimals = 6
const usualDecimals = 2
/** More digits are not kept exactly by most programs that read them. */
const mostDigits = 15

/** A number. Its value is in plain digits with a point before decimals; the document writes it in its own language. */
export const number: FieldKind = {
  about: 'a number',
  options: ['min', 'max', 'decimals'],
  filledBy: 'signer',
  keepsLabel: false,
  required: 'Give a number.',
  findOptionFaults(blank) {
    const { decimals = usualDecimals } = blank
    const { min, max } = numberBounds(blank)
    const faults = [...checkBound('min', blank.min), ...checkBound('max', blank.max)]
    if (decimals < 0 || decimals > mostDecimals)
      faults.push(...optionFault('decimals', 'range', `A number has 0 to ${mostDecimals} decimal places.`))
    return faults.length > 0 || min <= max ? faults : optionFault('max', 'range', `Give ${min} or more.`)
  },
  read: (typed, _blank, locale) => readNumber(typed, locale),
  findFaults(value, blank) {
    if (!isPlainNumber(value)) return [{ rule: 'number', message: 'Give a number such as 1234.50.', params: {} }]
    const { decimals = usualDecimals } = blank
    if ((value.split('.')[1]?.length ?? 0) > decimals) {
      const message = decimals === 0 ? 'Give a whole number.' : `Give at most ${decimals} decimal places.`
      return [{ rule: 'decimals', message, params: { decimals } }]
    }
    const { min, max } = numberBounds(blank)
    if (Number(value) < min || Number(value) > max)
      return [{ rule: 'number_range', message: `Give a number from ${min} to ${max}.`, params: { min, max } }]
    return value.replace(/\D/g, '').length <= mostDigits
      ? []
      : [{ rule: 'digits', message: `Give at most ${mostDigits} digits.`, params: { digits: mostDigits } }]
  },
  greatestLength: () => 2 * mostDigits,
  finish: (value, _blank, { language }) => ({ kind: 'text', value: value && formatNumber(value, language) }),
}

/** The least and the greatest that a number may be. */
export function numberBounds({ min, max }: Blank): { min: number; max: number } {
  return { min: typeof min === 'number' ? min : -largest, max: typeof max === 'number' ? max : largest }
}

function checkBound(option: 'min' | 'max', value: string | number | undefined): OptionFault[] {
  if (value === undefined || (typeof value === 'number' && Math.abs(value) <= largest)) return []
  return optionFault(option, 'range', `Give a number from ${-largest} to ${largest}.`)
}
