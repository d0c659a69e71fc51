import { expect, test } from 'vitest'
import { newIdentified, newSigning } from '../../../test/support/signing.ts'

const field = { type: 'signature', required: true } as const
const lease = {
  title: 'Lease',
  source: '{{signature:tenant}} {{signature:landlord}}',
  signerRoles: [
    { key: 'tenant', name: 'Tenant' },
    { key: 'landlord', name: 'Landlord' },
  ],
  fields: ['tenant', 'landlord'].map((role) => ({ ...field, key: `signature_${role}`, role, label: role })),
  requiredVerifications: [],
}
const signature = { signature_method: 'typed', signature_text: 'Robin' }

test('a visitor of a public link names the others, signs, and sees for whom it waits', async () => {
  const visitor = await newIdentified(await newSigning(lease))
  expect((await visitor.get()).text).toContain('Who else takes part?')
  const twin = { 'other.landlord.name': 'Grace', 'other.landlord.email': 'Robin@example.com' }
  const refused = await visitor.post('others', twin)
  expect([refused.status, refused.text.includes('needs their own address')]).toEqual([422, true])
  await visitor.post('others', { ...twin, 'other.landlord.email': 'grace@example.com' })
  expect((await visitor.get()).text).toContain('landlord · Landlord')
  await visitor.post('sign', signature)
  const { text } = await visitor.get()
  expect(text).toContain('The agreement now waits for Grace (Landlord).')
  expect(text).not.toContain('grace@example.com')
})
