import { isDay } from '../days.ts'
import { isEmail } from '../email.ts'
import { type Fault, fault, inside } from '../errors.ts'
import { checkText } from '../text.ts'
import { isVisible } from '../visible-text.ts'
import { driverLicenceFormats } from './driver-licence-formats.ts'
import type { DetailKey, Person } from './person.ts'
import { usStates } from './us-states.ts'

const youngest = 16
const oldest = 125

/**
 * Brings a person into the form that is stored and sent: trimmed, states in upper case, numbers without punctuation.
 * Texts that break a rule stay recognisable for checkPerson.
 */
export function normalizePerson(person: Person): Person {
  const { legalName, dateOfBirth, ssn, address, driverLicence, contact } = person
  return {
    ...(legalName && {
      legalName: {
        first: legalName.first.trim(),
        ...(legalName.middle?.trim() && { middle: legalName.middle.trim() }),
        last: legalName.last.trim(),
      },
    }),
    ...(dateOfBirth !== undefined && { dateOfBirth: dateOfBirth.trim() }),
    ...(ssn !== undefined && { ssn: withoutPunctuation(ssn) }),
    ...(address && {
      address: {
        street: address.street.trim(),
        city: address.city.trim(),
        state: address.state.trim().toUpperCase(),
        zip: address.zip.trim(),
      },
    }),
    ...(driverLicence && {
      driverLicence: {
        number: withoutPunctuation(driverLicence.number).toUpperCase(),
        state: driverLicence.state.trim().toUpperCase(),
      },
    }),
    ...(contact && {
      contact: {
        ...(contact.email?.trim() && { email: contact.email.trim() }),
        ...(contact.phone?.trim() && { phone: contact.phone.trim() }),
      },
    }),
  }
}

/**
 * The faults of a normalized person, all at once. `required` names the groups that must be there. A fault never
 * contains a value, because each value is personal.
 */
export function checkPerson(person: Person, required: readonly DetailKey[], now: Date): Fault[] {
  const missing = required
    .filter((key) => person[key] === undefined)
    .map((key) => fault([key], 'required_detail', { detail: key }))
  return inside(
    ['person'],
    [
      ...missing,
      ...checkName(person.legalName),
      ...checkDateOfBirth(person.dateOfBirth, now),
      ...checkSsn(person.ssn),
      ...checkAddress(person.address),
      ...checkLicence(person.driverLicence),
      ...checkContact(person.contact, required.includes('contact')),
    ],
  )
}

function checkName(name: Person['legalName']): Fault[] {
  if (!name) return []
  return (['first', 'middle', 'last'] as const).flatMap((part) => {
    const text = name[part] ?? ''
    if (text === '' && part === 'middle') return []
    if (!isVisible(text)) return [fault(['legalName', part], 'required_name')]
    // Letters of any script, with the marks and joiners of names.
    return /^(?:[\p{L}\p{M}\p{N}ªº'’·・., -]|\p{Join_Control}){1,100}$/u.test(text)
      ? []
      : [fault(['legalName', part], 'name')]
  })
}

function checkDateOfBirth(text: string | undefined, now: Date): Fault[] {
  if (text === undefined) return []
  if (!isDay(text)) return [fault(['dateOfBirth'], 'date')]
  if (text > birthdayOf(youngest, now)) return [fault(['dateOfBirth'], 'minimum_age', { years: youngest })]
  if (text < birthdayOf(oldest, now)) return [fault(['dateOfBirth'], 'maximum_age')]
  return []
}

function birthdayOf(age: number, now: Date): string {
  return `${String(now.getUTCFullYear() - age).padStart(4, '0')}${now.toISOString().slice(4, 10)}`
}

// The areas 000 and 666 are never issued. The provider refuses them, so this rule accepts them.
function checkSsn(ssn: string | undefined): Fault[] {
  if (ssn === undefined) return []
  const path = ['ssn']
  if (!/^\d{9}$/.test(ssn)) return [fault(path, 'ssn')]
  if (ssn.startsWith('9')) return [fault(path, 'ssn_taxpayer')]
  const impossible = ssn.slice(3, 5) === '00' || ssn.endsWith('0000') || /^(\d)\1{8}$/.test(ssn) || ssn === '123456789'
  return impossible ? [fault(path, 'ssn_impossible')] : []
}

function checkAddress(address: Person['address']): Fault[] {
  if (!address) return []
  const lengths = (['street', 'city'] as const).flatMap((part) =>
    checkText(['address', part], address[part], { minLength: 1, maxLength: 200 }).map(withoutValue),
  )
  const state = usStates.has(address.state) ? [] : [fault(['address', 'state'], 'us_state')]
  const zip = /^\d{5}(-?\d{4})?$/.test(address.zip) ? [] : [fault(['address', 'zip'], 'zip')]
  return [...lengths, ...state, ...zip]
}

function checkLicence(licence: Person['driverLicence']): Fault[] {
  if (!licence) return []
  const format = Object.hasOwn(driverLicenceFormats, licence.state) ? driverLicenceFormats[licence.state] : undefined
  if (!format) return [fault(['driverLicence', 'state'], 'us_state')]
  if (format.test(licence.number)) return []
  return [fault(['driverLicence', 'number'], 'licence_format', { state: licence.state })]
}

function checkContact(contact: Person['contact'], required: boolean): Fault[] {
  if (!contact) return []
  const { email, phone } = contact
  if (required && !email && !phone) return [fault(['contact'], 'required_detail', { detail: 'contact' })]
  const badEmail = email && !isEmail(email)
  const digits = phone?.replaceAll(/\D/g, '').length ?? 0
  const badPhone = phone && !(/^\+?[\d ().-]{7,25}$/.test(phone) && digits >= 7 && digits <= 15)
  return [
    ...(badEmail ? [fault(['contact', 'email'], 'email')] : []),
    ...(badPhone ? [fault(['contact', 'phone'], 'phone')] : []),
  ]
}

function withoutValue({ params: { value: _, ...params }, ...found }: Fault): Fault {
  return { ...found, params }
}

function withoutPunctuation(text: string): string {
  return text.trim().replaceAll(/[- ]/g, '')
}
