import { isDay } from '../../days.ts'
import { type Fault, fault } from '../../errors.ts'
import type { Blank, FieldKind } from './field.ts'
import { readAs } from './reading.ts'

const earliest = '1900-01-01'
const latest = '2199-12-31'

/** A calendar day, from 1900 to 2199 unless the author sets other bounds. */
export const date: FieldKind = {
  about: 'a day',
  options: ['min', 'max', 'showIf', 'prefill', 'fixed'],
  size: { width: 100, height: 17 },
  filledBy: 'signer',
  keepsLabel: false,
  required: 'required_day',
  findOptionFaults(blank) {
    const { min, max } = dayBounds(blank)
    const faults = [...checkDay('min', blank.min), ...checkDay('max', blank.max)]
    return faults.length > 0 || min <= max ? faults : [fault(['max'], 'option_day_order', { min })]
  },
  read: (typed, _blank, locale) => readAs({ type: 'date' }, typed, locale),
  findFaults(path, value, blank) {
    if (!isDay(value)) return [fault(path, 'date')]
    const { min, max } = dayBounds(blank)
    if (value >= min && value <= max) return []
    return [fault(path, 'day_range', { min, max, given: value })]
  },
  greatestLength: () => 10,
  finish: (value) => ({ kind: 'date', value }),
}

/** The first and the last day that a date field accepts. */
export function dayBounds({ min, max }: Blank): { min: string; max: string } {
  const [first, last] = [typeof min === 'string' ? min : undefined, typeof max === 'string' ? max : undefined]
  return {
    min: first ?? (last !== undefined && last < earliest ? '0001-01-01' : earliest),
    max: last ?? (first !== undefined && first > latest ? '9999-12-31' : latest),
  }
}

function checkDay(option: 'min' | 'max', value: string | number | undefined): Fault[] {
  if (value === undefined || (typeof value === 'string' && isDay(value))) return []
  return [fault([option], 'date')]
}
