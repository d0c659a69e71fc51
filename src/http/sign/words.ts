import type { Field } from '../../core/agreements/index.ts'
import { formatDay } from '../../core/days.ts'
import type { Fault } from '../../core/errors.ts'
import { formatNumber } from '../../core/numbers.ts'
import { sayFault } from '../../texts/index.ts'
import type { SaidFault } from './pages/form.ts'

/** What is wrong, in the words of a signer: what they see is named, days and numbers are written as their browser does. */
export function sayTo(fault: Fault, fields: Field[], locale: string): SaidFault {
  const speech = { what: whatIs(fault.path, fields), day: dayIn(locale), number: numberIn(locale) }
  return { path: fault.path, message: sayFault(fault, 'en', speech) }
}

const things: Record<string, string> = {
  name: 'Your name',
  typedName: 'Your name',
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
