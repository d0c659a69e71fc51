import { readDay } from '../days.ts'
import type { Fault } from '../errors.ts'
import { findUnprintable, readTyped, readTypedCode } from '../typed-text.ts'
import { type DetailKey, detailFields, type Person } from './person.ts'

/**
 * Reads a person from the texts of a form, without the debris of pasting. The keys are the paths of `detailFields` with
 * dots (`legalName.first`). An empty group is left out.
 */
export function readTypedPerson(typed: Readonly<Record<string, string>>, locale: string): Person {
  const words = (name: string) => readTyped(typed[name] ?? '')
  const named = (name: string) => readTypedName(typed[name] ?? '')
  const code = (name: string) => readTypedCode(typed[name] ?? '')
  const [middle, email, phone] = [named('legalName.middle'), code('contact.email'), code('contact.phone')]
  const person = {
    legalName: { first: named('legalName.first'), ...(middle && { middle }), last: named('legalName.last') },
    dateOfBirth: readDay(typed.dateOfBirth ?? '', locale),
    ssn: code('ssn'),
    address: {
      street: words('address.street'),
      city: words('address.city'),
      state: code('address.state'),
      zip: code('address.zip'),
    },
    driverLicence: { number: code('driverLicence.number'), state: code('driverLicence.state') },
    contact: { ...(email && { email }), ...(phone && { phone }) },
  }
  return Object.fromEntries(Object.entries(person).filter(([, group]) => isFilled(group)))
}

/** The faults of characters that cannot be printed, by the path of the field. */
export function findUnprintableIn(typed: Readonly<Record<string, string>>, groups: readonly DetailKey[]): Fault[] {
  return groups.flatMap((group) =>
    detailFields[group].flatMap(({ path }) => findUnprintable(path, readTyped(typed[path.join('.')] ?? ''))),
  )
}

// Word processors write hyphens and apostrophes in many ways. All of them become the plain one.
function readTypedName(typed: string): string {
  return readTyped(typed)
    .replace(/\p{Pd}/gu, '-')
    .replace(/[\u2018\u2032`´]/g, '’')
    .replace(/\s+/gu, ' ')
}

function isFilled(group: string | Record<string, string>): boolean {
  return typeof group === 'string' ? group !== '' : Object.values(group).some((text) => text !== '')
}
