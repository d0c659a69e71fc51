import type { Field } from '../../core/agreements/index.ts'
import { formatDay } from '../../core/days.ts'
import type { Fault } from '../../core/errors.ts'
import { formatNumber } from '../../core/numbers.ts'

type Params = Record<string, string | number>

/** What is wrong, in the words of a signer: what they see is named, days and numbers are written as their browser does. */
export function sayFault(fault: Fault, fields: Field[], locale: string): Fault {
  const sentence = Object.hasOwn(sentences, fault.rule) ? sentences[fault.rule] : undefined
  if (!sentence) return fault
  const speech = { what: whatIs(fault.path, fields), day: dayIn(locale), number: numberIn(locale) }
  return { ...fault, message: sentence(fault.params ?? {}, speech) }
}

type Speech = { what: string; day(value: string): string; number(value: string | number): string }

const sentences: Record<string, (params: Params, speech: Speech) => string> = {
  date: (_params, { day }) => `Give a day of the calendar, such as ${day('2026-12-31')}.`,
  day_range: ({ min, max, value }, { day }) =>
    `Give a day from ${day(String(min))} to ${day(String(max))}. This is ${day(String(value))}.`,
  number: (_params, { number }) => `Give a number, such as ${number('1234.5')} or ${number('12')}.`,
  number_range: ({ min = 0, max = 0 }, { number }) => `Give a number from ${number(min)} to ${number(max)}.`,
  unprintable: ({ name, code, before }, { what }) =>
    `${what} contains a character that cannot be printed: ${name} (${code}), ${before ? `after “${before}”` : 'at the beginning'}. Delete it, or type it anew.`,
}

const things: Record<string, string> = {
  name: 'Your name',
  typed_name: 'Your name',
  legalName: 'Your name',
  email: 'Your e-mail address',
  contact: 'Your e-mail address or phone number',
  dateOfBirth: 'Your date of birth',
  ssn: 'Your Social Security Number',
  driverLicence: 'Your driver licence',
  address: 'Your address',
  signature: 'Your signature',
  reason: 'Your reason',
}

function whatIs([first = '', second]: string[], fields: Field[]): string {
  const field = first === 'fields' ? fields.find(({ key }) => key === second) : undefined
  return field ? `“${field.label}”` : (things[first] ?? 'This')
}

function dayIn(locale: string) {
  return (value: string) => formatDay(value, locale)
}

function numberIn(locale: string) {
  return (value: string | number) => formatNumber(String(value), locale)
}
