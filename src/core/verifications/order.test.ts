import { expect, test } from 'vitest'
import { keyActor, newContext } from '../../../test/support/organization.ts'
import { newConsentedSubject, newPerson, newVerification, providers } from '../../../test/support/verifications.ts'
import { only } from '../lists/index.ts'
import { listVerifications, orderVerification, verificationCatalogue } from './index.ts'
import { checkKind } from './order-rules.ts'

const page = { number: 1, size: 50 }
const tiers = [null, ...verificationCatalogue.tiers.map(({ value }) => value)]
const allowed: Record<string, (string | null)[]> = {
  enhanced_identity_verification: [null],
  us_criminal_record_check: tiers.filter((tier) => tier?.startsWith('request_us_criminal')),
  motor_vehicle_record: [null],
  panel_drug: tiers.filter((tier) => tier?.startsWith('panel')),
}
const combinations = Object.keys(allowed).flatMap((type) => tiers.map((tier) => ({ type, tier })))

test.each(combinations)('$type with the tier $tier can be ordered only if the guide has it', ({ type, tier }) => {
  expect(checkKind({ type, tier }).kind !== null).toBe(allowed[type]?.includes(tier))
})

test.each([
  ['us_criminal_record_check', 'request_us_criminal_record_check_tier_1', 'ssn_id_document_reports', true],
  [
    'us_criminal_record_check',
    'request_us_criminal_record_check_tier_1',
    'all_state_county_record_check_result',
    false,
  ],
  [
    'us_criminal_record_check',
    'request_us_criminal_record_check_tier_2',
    'single_state_county_record_check_result',
    true,
  ],
  ['us_criminal_record_check', 'request_us_criminal_record_check_tier_3', 'all_state_county_record_check_result', true],
  ['panel_drug', 'panel 5', 'ssn_id_document_reports', false],
  ['enhanced_identity_verification', null, 'ssn_id_document_reports', false],
])('%s, %s: the subtype %s is allowed: %s', (type, tier, subtype, isAllowed) => {
  expect(checkKind({ type, tier, subtype }).kind !== null).toBe(isAllowed)
})

test.each([
  ['request_us_criminal_record_check_tier_1', ['ssn_id_document_reports']],
  ['request_us_criminal_record_check_tier_2', ['single_state_county_record_check_result', 'ssn_id_document_reports']],
  ['request_us_criminal_record_check_tier_3', ['all_state_county_record_check_result', 'ssn_id_document_reports']],
])('%s has a record of the whole and one for each of its scans', async (tier, scans) => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx, { type: 'us_criminal_record_check', tier })
  const { items, total } = await listVerifications(ctx, { page })
  expect(total).toBe(1 + scans.length)
  expect(items.find((item) => item.id === id)).toMatchObject({ isScan: false, subtype: null, parentId: null })
  const parts = items.filter((item) => item.isScan && item.parentId === id && item.tier === tier)
  expect(parts.map((part) => part.subtype).sort()).toEqual(scans)
})

test('every fault of an order is reported at once, without any value of a person', async () => {
  const ctx = await newContext()
  const person = newPerson('', {
    ssn: '12',
    dateOfBirth: '2020-02-30',
    address: { street: '', city: 'X', state: 'ZZ', zip: '1' },
  })
  const order = orderVerification(ctx, providers, { type: 'us_criminal_record_check', subtype: 'no', person })
  const error = await order.catch((caught) => caught)
  const paths = error.faults.map((fault: { path: string[] }) => fault.path.join('.')).sort()
  const personal = ['person.address.state', 'person.address.street', 'person.address.zip', 'person.dateOfBirth']
  expect(paths).toEqual([...personal, 'person.legalName.last', 'person.ssn', 'subtype', 'tier'])
  expect(JSON.stringify(error.faults)).not.toMatch(/2020-02-30|ZZ/)
})

test.each([
  ['enhanced_identity_verification', null, ['background_check', 'biometrics']],
  ['us_criminal_record_check', 'request_us_criminal_record_check_tier_1', ['background_check']],
  ['motor_vehicle_record', null, ['driving_record']],
  ['panel_drug', 'panel 5', ['drug_test']],
])('%s is not ordered without the consents it needs, and a refused order leaves nothing', async (type, tier, kinds) => {
  const ctx = await newContext()
  const order = orderVerification(ctx, providers, { type, tier, person: newPerson() })
  const faults = kinds.map((kind) => ({ path: ['consents', kind] }))
  await expect(order).rejects.toMatchObject({ code: 'consent_missing', faults })
  expect(await ctx.db.selectFrom('subjects').selectAll().execute()).toEqual([])
})

test('an order may bring the consents that the caller obtained', async () => {
  const ctx = await newContext()
  const consents = [{ kind: 'driving_record', typedName: 'Ada Clear', ipAddress: '192.0.2.1' }]
  const ordered = await orderVerification(ctx, providers, {
    type: 'motor_vehicle_record',
    person: newPerson(),
    consents,
  })
  expect(ordered).toMatchObject({ status: 'in_progress', result: 'pending', subStatus: null })
})

test('an order uses the known details of a person', async () => {
  const ctx = await newContext()
  const subjectId = await newConsentedSubject(ctx)
  await orderVerification(ctx, providers, { type: 'motor_vehicle_record', subjectId, person: newPerson() })
  await orderVerification(ctx, providers, { type: 'panel_drug', tier: 'panel 10', subjectId })
  expect((await listVerifications(ctx, { page, filters: [only('subjectId', subjectId)] })).total).toBe(2)
})

test('ordering needs the permission, and a person of another organization does not exist', async () => {
  const [ctx, other] = [await newContext({ actor: keyActor(['verifications:read']) }), await newContext()]
  await expect(newVerification(ctx)).rejects.toMatchObject({ permission: 'verifications:write' })
  const subjectId = await newConsentedSubject(other)
  const mine = { ...ctx, actor: keyActor() }
  const order = orderVerification(mine, providers, {
    type: 'panel_drug',
    tier: 'panel 5',
    subjectId,
    person: newPerson(),
  })
  await expect(order).rejects.toMatchObject({ code: 'subject_not_found' })
})

test('an order with an unknown provider names the known ones', async () => {
  const ctx = await newContext()
  const order = orderVerification(ctx, providers, { type: 'panel_drug', tier: 'panel 5', provider: 'certn' })
  await expect(order).rejects.toMatchObject({ code: 'provider_unknown', message: expect.stringMatching('simulator') })
})
