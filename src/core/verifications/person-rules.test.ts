import { expect, test } from 'vitest'
import { newPerson } from '../../../test/support/verifications.ts'
import { verificationCatalogue } from './catalogue.ts'
import { type DetailKey, detailFields, type Person, requiredDetails } from './person.ts'
import { checkPerson, normalizePerson } from './person-rules.ts'

const now = new Date('2026-03-01T12:00:00.000Z')
const faultsOf = (over: Person, required: DetailKey[] = []) =>
  checkPerson(normalizePerson({ ...newPerson(), ...over }), required, now).map(
    ({ path, code }) => `${path.slice(1).join('.')} ${code}`,
  )

test.each([
  [{ ssn: '543 21-2001' }, []],
  [{ ssn: '12345678' }, ['ssn ssn']],
  [{ ssn: '912-34-5678' }, ['ssn ssn_taxpayer']],
  [{ ssn: '111-11-1111' }, ['ssn ssn_impossible']],
  [{ ssn: '543-00-2001' }, ['ssn ssn_impossible']],
  [{ dateOfBirth: '2010-03-01' }, []],
  [{ dateOfBirth: '2010-03-02' }, ['dateOfBirth minimum_age']],
  [{ dateOfBirth: '1899-01-01' }, ['dateOfBirth maximum_age']],
  [{ dateOfBirth: '1970-02-30' }, ['dateOfBirth date']],
  [{ dateOfBirth: '22/01/1970' }, ['dateOfBirth date']],
  [{ driverLicence: { number: ' f211-1655', state: 'ca' } }, []],
  [{ driverLicence: { number: 'F211165', state: 'CA' } }, ['driverLicence.number licence_format']],
  [{ driverLicence: { number: '99999999', state: 'TX' } }, []],
  [{ driverLicence: { number: 'F2111655', state: 'QC' } }, ['driverLicence.state us_state']],
  [{ driverLicence: { number: 'F2111655', state: 'constructor' } }, ['driverLicence.state us_state']],
  [{ address: { street: 'A', city: 'B', state: 'PR', zip: '00901-1234' } }, []],
  [
    { address: { street: 'A\0', city: ' ', state: 'XX', zip: '9' } },
    ['street characters', 'city required', 'state us_state', 'zip zip'].map((rule) => `address.${rule}`),
  ],
  [{ legalName: { first: 'José', middle: 'Ōe', last: "D’Arcy-O'Neil Jr." } }, []],
  [{ legalName: { first: '<b>', last: 'x'.repeat(101) } }, ['legalName.first name', 'legalName.last name']],
  [{ contact: { phone: '+1 (555) 555-5555' } }, []],
  [{ contact: { email: 'no', phone: '12' } }, ['contact.email email', 'contact.phone phone']],
])('%j breaks the rules %j', (over, faults) => {
  expect(faultsOf(over)).toEqual(faults)
})

test('a drug test needs an e-mail address or a phone number', () => {
  expect(faultsOf({ contact: { phone: '5555555555' } }, ['contact'])).toEqual([])
  expect(faultsOf({ contact: { email: ' ', phone: '' } }, ['contact'])).toEqual(['contact required_detail'])
})

test.each(verificationCatalogue.types)(
  'every detail that a $value needs is required and has a field in the form',
  ({ value }) => {
    const required = requiredDetails(value)
    expect(checkPerson({}, required, now).map(({ path }) => path[1])).toEqual([...required])
    expect(required.flatMap((key) => detailFields[key]).length).toBeGreaterThan(required.length)
  },
)
