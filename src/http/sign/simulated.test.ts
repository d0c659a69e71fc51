import { expect, test } from 'vitest'
import { goodFields, goodSignature, newIdentified, newSigning, simpleAgreement } from '../../../test/support/signing.ts'

const licence = { type: 'motor_vehicle_record', tier: null, role: 'tenant' }
const person = {
  'legalName.first': 'Robin',
  'legalName.last': 'Clear',
  dateOfBirth: '1970-01-22',
  'driverLicence.number': 'F2111655',
  'driverLicence.state': 'CA',
}

test('the page after signing says of a simulated verification that nobody was verified', async () => {
  const signing = await newSigning({ ...simpleAgreement, requiredVerifications: [licence] })
  const visitor = await newIdentified(signing)
  await visitor.post('consent', { kind: 'driving_record', typed_name: 'Robin', agreed: 'true' })
  await visitor.post('details', person)
  await visitor.post('sign', { ...goodFields, ...goodSignature })
  await signing.finish()
  expect((await visitor.get()).text).toContain('(simulated: nobody was checked)')
})
