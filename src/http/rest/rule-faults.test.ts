import { expect, test } from 'vitest'
import { fault, invalid } from '../../core/errors.ts'
import { namingMembers } from './rule-faults.ts'

const namesOfObjects = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__']
const pathOf = (...path: string[]) =>
  namingMembers({ newSigner: 'signer' }, () => Promise.reject(invalid([fault(path, 'required')]))).catch(
    ({ faults }) => faults[0].path,
  )

test.each([...namesOfObjects, 'fullName', 'file'])(
  'a fault of the field %s of a signer names it as it was sent',
  async (key) => {
    expect(await pathOf('signers', '0', 'fields', key)).toEqual(['signers', '0', 'fields', key])
    expect(await pathOf('headers', key)).toEqual(['headers', key])
  },
)

test.each(['constructor', 'valueOf'])('a fault of the member %s is named as a member', async (name) => {
  expect(await pathOf(name)).toEqual([name.replace('Of', '_of')])
})

test('a name that is another one within one list keeps its own elsewhere', async () => {
  const told = (...path: string[]) =>
    namingMembers({ 'requiredVerifications.type': 'verification_type' }, () =>
      Promise.reject(invalid([fault(path, 'required')])),
    ).catch(({ faults }) => faults[0].path.join('.'))
  expect(await told('requiredVerifications', '0', 'type')).toBe('required_verifications.0.verification_type')
  expect(await told('fields', '1', 'type')).toBe('fields.1.type')
  expect(await told('type')).toBe('type')
})

test('a fault inside of a field of an agreement has the names of the wire', async () => {
  expect(await pathOf('fields', '0', 'maxLength')).toEqual(['fields', '0', 'max_length'])
  expect(await pathOf('newSigner', 'mayChange')).toEqual(['signer', 'may_change'])
})
