import { isDay, readDay } from '../../days.ts'
import type { Blank, FieldKind, OptionFault } from './field.ts'
import { optionFault } from './options.ts'

const earliest = '1900-01-01'
const latest = '2199-12-31'

/** A day of the calendar, from 1900 to 2199 unless the author says otherwise. */
export const date: FieldKind = {
  about: 'a day',
  options: ['min', 'max'],
  filledBy: 'signer',
  keepsLabel: false,
  required: 'Give a day.',
  findOptionFaults(blank) {
    const { min, max } = dayBounds(blank)
    const faults = [...checkDay('min', blank.min), ...checkDay('max', blank.max)]
    return faults.length > 0 || min <= max ? faults : optionFault('max', 'range', `End on ${min} or later.`)
  },
  read: (typed, _blank, locale) => readDay(typed, locale),
  findFaults(value, blank) {
    if (!isDay(value)) return [{ rule: 'date', message: 'Give a day of the calendar as YYYY-MM-DD.', params: {} }]
    const { min, max } = dayBounds(blank)
    if (value >= min && value <= max) return []
    return [{ rule: 'day_range', message: `Give a day from ${min} to ${max}.`, params: { min, max, value } }]
  },
  greatestLength: () => 10,
  finish: (value) => ({ kind: 'date', value }),
}

/** The first and the last day that a date may be. */
export function dayBounds({ min, max }: Blank): { min: string; max: string } {
  const [first, last] = [typeof min === 'string' ? min : undefined, typeof max === 'string' ? max : undefined]
  return {
    min: first ?? (last !== undefined && last < earliest ? '0001-01-01' : earliest),
    max: last ?? (first !== undefined && first > latest ? '9999-12-31' : latest),
  }
}

function checkDay(option: 'min' | 'max', value: string | number | undefined): OptionFault[] {
  if (value === undefined || (typeof value === 'string' && isDay(value))) return []
  return optionFault(option, 'date', 'Give a day of the calendar as YYYY-MM-DD.')
}
