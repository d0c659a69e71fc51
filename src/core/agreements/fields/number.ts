import { type Fault, fault } from '../../errors.ts'
import { formatNumber, isPlainNumber } from '../../numbers.ts'
import type { Blank, FieldKind } from './field.ts'
import { largestNumber as largest, mostDecimals } from './options.ts'
import { readAs } from './reading.ts'

const usualDecimals = 2
/** Many programs cannot represent more digits exactly. */
const mostDigits = 15

/** A number. The stored value has plain digits with a decimal point. The document writes it in its own language. */
export const number: FieldKind = {
  about: 'a number',
  options: ['min', 'max', 'decimals', 'showIf', 'prefill', 'fixed'],
  size: { width: 90, height: 17 },
  filledBy: 'signer',
  keepsLabel: false,
  required: 'required_number',
  findOptionFaults(blank) {
    const { decimals = usualDecimals } = blank
    const { min, max } = numberBounds(blank)
    const faults = [...checkBound('min', blank.min), ...checkBound('max', blank.max)]
    if (decimals < 0 || decimals > mostDecimals)
      faults.push(fault(['decimals'], 'option_decimals', { most: mostDecimals }))
    return faults.length > 0 || min <= max ? faults : [fault(['max'], 'number_least', { min })]
  },
  read: (typed, _blank, locale) => readAs({ type: 'number' }, typed, locale),
  findFaults(path, value, blank) {
    if (!isPlainNumber(value)) return [fault(path, 'number')]
    const { decimals = usualDecimals } = blank
    if ((value.split('.')[1]?.length ?? 0) > decimals) return [fault(path, 'decimals', { decimals })]
    const { min, max } = numberBounds(blank)
    if (Number(value) < min || Number(value) > max) return [fault(path, 'number_range', { min, max })]
    return value.replace(/\D/g, '').length <= mostDigits ? [] : [fault(path, 'digits', { digits: mostDigits })]
  },
  greatestLength: () => 2 * mostDigits,
  finish: (value, _blank, { language }) => ({ kind: 'text', value: value && formatNumber(value, language) }),
}

/** The least and the greatest number that a field accepts. */
function numberBounds({ min, max }: Blank): { min: number; max: number } {
  return { min: typeof min === 'number' ? min : -largest, max: typeof max === 'number' ? max : largest }
}

function checkBound(option: 'min' | 'max', value: string | number | undefined): Fault[] {
  if (value === undefined || (typeof value === 'number' && Math.abs(value) <= largest)) return []
  return [fault([option], 'number_range', { min: -largest, max: largest })]
}
