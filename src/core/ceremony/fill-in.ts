import type { Field } from '../../db/index.ts'
import { maxTextLength } from '../agreements/index.ts'
import type { Fault } from '../errors.ts'
import { checkText } from '../text.ts'

/**
 * The broken rules of what a signer filled in. Values are text: a date is YYYY-MM-DD, a checkbox 'true' or 'false'.
 * Signature fields are filled by the mark and are not looked at here.
 */
export function checkFieldValues(fields: Field[], values: Record<string, string>): Fault[] {
  return fields
    .filter((field) => field.type !== 'signature')
    .flatMap((field) => checkField(field, values[field.key] ?? ''))
}

function checkField(field: Field, value: string): Fault[] {
  const path = ['fields', field.key]
  if (field.type === 'checkbox') {
    if (value !== '' && value !== 'true' && value !== 'false')
      return [{ path, rule: 'checkbox', message: 'Tick the box or leave it.', value }]
    return field.required && value !== 'true' ? [{ path, rule: 'required', message: 'Tick this box to go on.' }] : []
  }
  const text = checkText(path, value, {
    maxLength: field.maxLength ?? maxTextLength,
    minLength: field.required ? 1 : 0,
  })
  if (text.length > 0 || field.type === 'text' || value === '') return text
  return isCalendarDay(value)
    ? []
    : [{ path, rule: 'date', message: 'Give a day of the calendar as YYYY-MM-DD.', value }]
}

function isCalendarDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const day = new Date(`${value}T00:00:00.000Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value
}
