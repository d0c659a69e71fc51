import { expect, test } from 'vitest'
import { keyActor, newContext } from '../../../test/support/organization.ts'
import { newConsentedSubject, newPerson, newVerification, providers } from '../../../test/support/verifications.ts'
import { only } from '../lists/index.ts'
import {
  type ConsentText,
  consentTexts,
  findConsentText,
  getVerification,
  giveConsent,
  hashConsentText,
  listConsents,
  orderVerification,
  withdrawConsent,
} from './index.ts'

const page = { number: 1, size: 50 }
const given = { kind: 'drug_test', typedName: ' Ada Clear ', ipAddress: '192.0.2.1', userAgent: 'Lynx', locale: 'en' }

test('a consent has the text, the time, the address and the typed name', async () => {
  const ctx = await newContext()
  const consent = await giveConsent(ctx, given)
  const text = findConsentText('drug_test')
  const words = { textVersion: text?.version, textSha256: text && hashConsentText(text).toString('hex'), locale: 'en' }
  const where = { ipAddress: '192.0.2.1', userAgent: 'Lynx', typedName: 'Ada Clear' }
  expect(consent).toMatchObject({ kind: 'drug_test', ...words, ...where, acceptedAt: ctx.now, withdrawnAt: null })
})

test('a second consent to the same text returns the first', async () => {
  const ctx = await newContext()
  const first = await giveConsent(ctx, given)
  expect(await giveConsent(ctx, { ...given, subjectId: first.subjectId })).toEqual(first)
  expect((await listConsents(ctx, { page, filters: [only('subjectId', first.subjectId)] })).total).toBe(1)
})

test('a withdrawn consent stays, and the person can give a new one', async () => {
  const ctx = await newContext()
  const { id, subjectId } = await giveConsent(ctx, given)
  const withdrawn = await withdrawConsent(ctx, id)
  expect(await withdrawConsent({ ...ctx, now: new Date() }, id)).toEqual(withdrawn)
  await giveConsent(ctx, { ...given, subjectId })
  const { items } = await listConsents(ctx, {
    page,
    filters: [only('subjectId', subjectId), only('kind', 'drug_test')],
  })
  expect(items.map(({ withdrawnAt }) => withdrawnAt).sort()).toEqual([withdrawn.consent.withdrawnAt, null])
})

test('a withdrawal cancels the open verifications that need the consent, no others, and prevents new ones', async () => {
  const ctx = await newContext()
  const drug = await newVerification(ctx, { type: 'panel_drug', tier: 'panel 5' })
  const { subjectId } = drug
  const vehicle = await orderVerification(ctx, providers, { type: 'motor_vehicle_record', subjectId })
  const { items } = await listConsents(ctx, {
    page,
    filters: [only('subjectId', subjectId), only('kind', 'drug_test')],
  })
  await withdrawConsent(ctx, items[0]?.id ?? '')
  const details = { reason_codes: ['candidate_withdrew_consent'] }
  expect(await getVerification(ctx, drug.id)).toMatchObject({ status: 'cancelled', result: null, details })
  expect(await getVerification(ctx, vehicle.id)).toMatchObject({ status: 'in_progress' })
  const again = orderVerification(ctx, providers, { type: 'panel_drug', tier: 'panel 5', subjectId })
  await expect(again).rejects.toMatchObject({ code: 'consent_missing' })
})

test.each([
  [{ kind: 'horoscope' }, ['kind', 'typedName']],
  [{ kind: 'drug_test' }, ['typedName']],
  [{ kind: 'drug_test', typedName: 'A', textVersion: 'drug_test/1999' }, ['textVersion']],
  [{ kind: 'drug_test', typedName: 'A\u202eB' }, ['typedName']],
])('%j is not a consent, and every fault is named', async (input, paths) => {
  const error = await giveConsent(await newContext(), input).catch((caught) => caught)
  expect(error.faults.map((fault: { path: string[] }) => fault.path.join('.'))).toEqual(paths)
})

test('consents need the permission, and other organizations cannot see them', async () => {
  const [ctx, other] = [await newContext(), await newContext()]
  const { id, subjectId } = await giveConsent(ctx, given)
  await expect(withdrawConsent(other, id)).rejects.toMatchObject({ code: 'consent_not_found' })
  await expect(giveConsent(other, { ...given, subjectId })).rejects.toMatchObject({ code: 'subject_not_found' })
  const reader = { ...ctx, actor: keyActor(['verifications:read']) }
  await expect(giveConsent(reader, given)).rejects.toMatchObject({ code: 'permission_missing' })
})

test('a signer can act for their own person, and for nobody else', async () => {
  const ctx = await newContext()
  const subjectId = await newConsentedSubject(ctx)
  const stranger = { ...ctx, actor: { kind: 'signer', id: subjectId, permissions: [] } } as const
  const order = { type: 'motor_vehicle_record', subjectId, person: newPerson() }
  await expect(orderVerification(stranger, providers, order)).rejects.toMatchObject({ code: 'subject_not_found' })
  await expect(giveConsent(stranger, { ...given, subjectId })).rejects.toMatchObject({ code: 'subject_not_found' })
})

test('every text of a kind has its own version, and the FCRA disclosure stands alone on its page', () => {
  const names = consentTexts.map(({ version, locale }) => `${version} ${locale}`)
  expect(new Set(names).size).toBe(names.length)
  const [disclosure, authorization] = findConsentText('background_check', { locale: 'de' })?.pages ?? []
  expect(disclosure?.paragraphs.join(' ')).not.toMatch(/authori[sz]e|agree|release|liab/i)
  expect(authorization?.paragraphs.join(' ')).toMatch(/I authorize/)
})

test('every text exists in English and in French, page by page, and the French disclosure stands alone too', () => {
  const shape = ({ kind, version, pages }: ConsentText) => ({
    kind,
    version,
    pages: pages.map(({ paragraphs }) => paragraphs.map((text) => text.match(/\{\{organization\}\}/g)?.length ?? 0)),
  })
  const of = (locale: string) => consentTexts.filter((text) => text.locale === locale).map(shape)
  expect(of('fr')).toEqual(of('en'))
  const [disclosure] = findConsentText('background_check', { locale: 'fr' })?.pages ?? []
  expect(disclosure?.paragraphs.join(' ')).not.toMatch(/autoris|accept|responsab/i)
})
