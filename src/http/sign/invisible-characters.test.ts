import { expect, test } from 'vitest'
import {
  goodFields,
  goodSignature,
  newIdentified,
  newSigning,
  type Signing,
  simpleAgreement,
} from '../../../test/support/signing.ts'

import { readMark } from '../../core/submissions/mark.ts'
import { findSigners } from '../../core/submissions/signer.ts'

const identity = { name: 'Robin', email: 'robin@example.com', electronic_records: 'true' }
const whole = { ...goodFields, ...goodSignature }
const unseen = ['\u200b', '\u2800', '\u3164', '\u115f\uffa0', '\u{e0041}\u{e007f}', '\ufe0f', '\u0301', ' \u00a0\u3000']

async function signerOf({ ctx }: Signing) {
  const { id } = await ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  const [signer] = await findSigners(ctx, id)
  if (!signer) throw new Error('Nobody has opened the link.')
  return { ...signer, made: signer.mark && (await readMark(ctx, signer)) }
}

test.each(unseen)('nobody can be named or sign as %j', async (text) => {
  const signing = await newSigning()
  const visitor = signing.visit()
  await visitor.get()
  expect((await visitor.post('identify', { ...identity, name: text })).text).toContain('Fill this in.')
  expect((await visitor.post('identify', { ...identity, email: text })).status).toBe(422)
  await visitor.post('identify', identity)
  expect((await visitor.post('sign', { ...whole, signature_text: text })).text).toContain('Fill this in.')
  expect((await visitor.post('sign', { ...whole, 'field.name': text })).text).toContain('Fill this in.')
  expect((await signerOf(signing)).signed_at).toBeNull()
})

test('invisible characters in pasted names, addresses and marks are removed', async () => {
  const signing = await newSigning()
  const visitor = signing.visit()
  await visitor.get()
  await visitor.post('identify', {
    ...identity,
    name: '\ufeff\u202aRobin\tClear\u202c',
    email: '\u2066robin@example.com\u2069\n',
  })
  await visitor.post('sign', { ...whole, signature_text: 'Robin\r\nCl\u00adear' })
  const { name, email, made } = await signerOf(signing)
  expect([name, email]).toEqual(['Robin Clear', 'robin@example.com'])
  expect(made).toEqual({ kind: 'typed', name: 'Robin Clear' })
})

test.each([
  [
    'identify',
    { ...identity, name: 'Ro\u0007bin' },
    'Your name contains a character that cannot be printed: control character (U+0007), after “Ro”',
  ],
  ['identify', { ...identity, name: '\ue000' }, 'private character (U+E000), at the beginning'],
  ['identify', { ...identity, email: 'robin@example' }, 'name@example.com'],
])('at the step %s a signer gets faults in their own language, and typed values stay', async (step, form, words) => {
  const visitor = (await newSigning()).visit()
  await visitor.get()
  const { status, text } = await visitor.post(step, form)
  expect([status, text]).toEqual([422, expect.stringContaining(words)])
  expect(text).toContain(`value="${form.name}"`)
})

test('a reason to decline is stored without invisible characters, and an invisible reason counts as empty', async () => {
  const reasons = ['\u202eToo\tdear\u202c', '\u2800\u200b']
  const kept = reasons.map(async (reason) => {
    const signing = await newSigning()
    await (await newIdentified(signing)).post('decline', { reason })
    return (await signerOf(signing)).decline_reason
  })
  expect(await Promise.all(kept)).toEqual(['Too dear', null])
})

const checked = {
  ...simpleAgreement,
  requiredVerifications: [{ type: 'motor_vehicle_record', tier: null, role: 'tenant' }],
}
const details = {
  'legalName.first': '\u202aJos\u00e9\u202c',
  'legalName.last': 'D\u2018Arcy\u2011Neil',
  dateOfBirth: '4/12/1990',
  'driverLicence.number': '\u2066F211\u20111655\u2069',
  'driverLicence.state': 'CA',
}

async function toDetails() {
  const signing = await newSigning(checked)
  const visitor = await newIdentified(signing)
  for (let part = 0; part < 4; part++) {
    const [, kind = ''] = /name="kind" value="(\w+)"/.exec((await visitor.get('consent-9')).text) ?? []
    if (kind) await visitor.post('consent', { kind, agreed: 'true', typed_name: 'Robin' })
  }
  return { signing, visitor }
}

test('personal details may be pasted with invisible characters, and are judged without them', async () => {
  const { visitor } = await toDetails()
  expect(await visitor.post('details', details)).toMatchObject({ status: 303 })
})

test.each([
  ['legalName.first', '\u3164', 'Give this name.'],
  ['legalName.last', 'Cl\u0007ear', 'Your name contains a character that cannot be printed'],
  ['dateOfBirth', '1990-02-30', 'Give a day of the calendar, such as 12/31/2026.'],
  ['driverLicence.number', '12', 'Licence numbers of CA'],
])('a fault of %s is reported at its field', async (name, typed, words) => {
  const { visitor } = await toDetails()
  const { status, text } = await visitor.post('details', { ...details, [name]: typed })
  expect([status, text]).toEqual([422, expect.stringContaining(words)])
  expect(text).toContain(`id="f-${name.replace('.', '-')}-fault"`)
})
