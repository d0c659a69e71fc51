import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { createAgreement, getAgreement } from './agreements.ts'
import type { Field } from './fields/index.ts'
import { type GivenRole, inActingOrder } from './roles.ts'
import { type AgreementInput, findAgreementFaults } from './rules.ts'

const role = (key: string, more: Partial<GivenRole> = {}): GivenRole => ({ key, name: key, ...more })
const signatureOf = (key: string): Field => ({
  ...{ key: `signature_${key}`, type: 'signature', role: key, label: key, required: true },
})
const tenant = role('tenant')
const landlord = role('landlord')
const both = [signatureOf('tenant'), signatureOf('landlord')]
const lease = (changes: Partial<AgreementInput>): AgreementInput => ({
  ...{ title: 'Lease', source: 'Between two.', signerRoles: [tenant, landlord], fields: both },
  requiredVerifications: [],
  ...changes,
})
const remark: Field = { key: 'remark', type: 'text', role: 'agent', label: 'Remark', required: false }
const check = { type: 'enhanced_identity_verification', tier: null, role: 'agent' }
const many = Array.from({ length: 20 }, (_, index) => role(`guest_${index}`))
const of = (...more: GivenRole[]) => [tenant, landlord, ...more]

test.each<[string, Partial<AgreementInput>]>([
  ['two who sign one after the other', {}],
  ['two who sign side by side', { signerRoles: [role('tenant', { order: 3 }), role('landlord', { order: 3 })] }],
  [
    'an approver with something to fill in',
    { signerRoles: of(role('agent', { kind: 'approver' })), fields: [...both, remark] },
  ],
  [
    'an approver who is checked',
    { signerRoles: of(role('agent', { kind: 'approver' })), requiredVerifications: [check] },
  ],
  ['a copy', { signerRoles: of(role('agent', { kind: 'copy' })) }],
  ['twenty', { signerRoles: many, fields: many.map(({ key }) => signatureOf(key)) }],
  ['places that name their role', { source: '{{signature:tenant}} {{ signature : landlord }} {{signature_tenant}}' }],
])('an agreement takes %s', (_, changes) => {
  expect(findAgreementFaults(lease(changes))).toEqual([])
})

test.each<[string, Partial<AgreementInput>, string[]]>([
  [
    'no role at all',
    { signerRoles: [] },
    ['fields/0/role known_role', 'fields/1/role known_role', 'signerRoles role_count'],
  ],
  [
    'more than twenty',
    { signerRoles: [...many, tenant], fields: [...many, tenant].map(({ key }) => signatureOf(key)) },
    ['signerRoles role_count'],
  ],
  ['a key twice', { signerRoles: of(tenant) }, ['signerRoles/2/key unique_key']],
  [
    'an order below the first',
    { signerRoles: of(role('agent', { order: 0, kind: 'copy' })) },
    ['signerRoles/2/order range'],
  ],
  [
    'an order beyond the last',
    { signerRoles: of(role('agent', { order: 21, kind: 'copy' })) },
    ['signerRoles/2/order range'],
  ],
  ['half an order', { signerRoles: of(role('agent', { order: 1.5, kind: 'copy' })) }, ['signerRoles/2/order range']],
  ['a signer without a signature', { fields: [signatureOf('tenant')] }, ['signerRoles/1 role_signature']],
  ['a field of an unknown role', { fields: [...both, remark] }, ['fields/2/role known_role']],
  [
    'a field of a copy',
    { signerRoles: of(role('agent', { kind: 'copy' })), fields: [...both, remark] },
    ['fields/2/role role_fills_nothing'],
  ],
  [
    'a signature of an approver',
    { signerRoles: of(role('agent', { kind: 'approver' })), fields: [...both, signatureOf('agent')] },
    ['fields/2/type role_approves'],
  ],
  [
    'a check of a copy',
    { signerRoles: of(role('agent', { kind: 'copy' })), requiredVerifications: [check] },
    ['requiredVerifications/0/role role_unchecked'],
  ],
  [
    'only copies and approvers',
    { signerRoles: [role('tenant', { kind: 'approver' }), role('landlord', { kind: 'copy' })], fields: [] },
    ['fields signature', 'signerRoles role_that_signs'],
  ],
  [
    'a place that names another role',
    { source: 'A {{rent:tenant}}', fields: [...both, { ...remark, key: 'rent_tenant', role: 'landlord' }] },
    ['source role_of_field'],
  ],
  ['a place of no field, once', { source: '{{rent:tenant}} {{rent:tenant}} {{rent_tenant}}' }, ['source known_field']],
])('%s is refused by name', (_, changes, faults) => {
  const found = findAgreementFaults(lease(changes)).map(({ path, code }) => `${path.join('/')} ${code}`)
  expect(found.sort()).toEqual(faults)
})

test('a stored role has its defaults: a signer whose order is its place in the list', async () => {
  const ctx = await newContext()
  const { id } = await createAgreement(ctx, lease({ signerRoles: [tenant, role('landlord', { order: 1 })] }))
  expect((await getAgreement(ctx, id)).signerRoles).toEqual([
    { key: 'tenant', name: 'tenant', order: 1, kind: 'signer' },
    { key: 'landlord', name: 'landlord', order: 1, kind: 'signer' },
  ])
})

test('roles act by their order, roles of one order as they are listed, and copies come last', () => {
  const given = [
    ['c', 1, 'copy'],
    ['b', 2, 'signer'],
    ['z', 1, 'approver'],
    ['a', 1, 'signer'],
  ] as const
  const roles = given.map(([key, order, kind]) => ({ key, name: key, order, kind }))
  expect(inActingOrder(roles).map(({ key }) => key)).toEqual(['z', 'a', 'b', 'c'])
})
