import { expect, test } from 'vitest'
import { database } from '../../../test/support/organization.ts'
import { goodFields, newIdentified, newSigning, simpleAgreement } from '../../../test/support/signing.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { updateAgreementLink } from '../../core/agreements/index.ts'
import { listSubmissions } from '../../core/submissions/index.ts'

const signature = { type: 'signature', role: 'owner', label: 'Owner', required: true } as const
const licence = { type: 'motor_vehicle_record', tier: null, role: 'tenant' } as const
const checked = { ...simpleAgreement, requiredVerifications: [licence] }
const others = {
  ...simpleAgreement,
  signerRoles: [...simpleAgreement.signerRoles, { key: 'owner', name: 'Owner' }],
  fields: [...simpleAgreement.fields, { ...signature, key: 'owner_signature' }],
}
const reason = { reason: 'Too dear\nfor me' }
const consent = { kind: 'driving_record', typed_name: 'Robin', agreed: 'true' }

const newPage = async (ways: Parameters<typeof updateAgreementLink>[2] = {}) => {
  const signing = await newSigning()
  await updateAgreementLink(signing.ctx, signing.linkId, ways)
  const visitor = signing.visit()
  await visitor.get('?order=7')
  return visitor
}

async function onceConsented(): Promise<Visitor> {
  const visitor = await newIdentified(await newSigning(checked))
  await visitor.post('consent', consent)
  await visitor.get()
  return visitor
}

/** A signer who may pass the agreement on. */
async function onceFree(): Promise<Visitor> {
  const signing = await newSigning()
  const visitor = await newIdentified(signing)
  const { organizationId } = signing.ctx
  await database.system
    .updateTable('signers')
    .set({ may_delegate: true })
    .where('organization_id', '=', organizationId)
    .execute()
  await visitor.get()
  return visitor
}

async function onceIdentified(agreement = simpleAgreement): Promise<Visitor> {
  const visitor = await newIdentified(await newSigning(agreement))
  await visitor.get()
  return visitor
}

/** Whether a page has a control with this name and this value, or a ticked box with this name. */
function holds(page: string, name: string, value: string): boolean {
  if (page.includes(`<textarea id="f-${name}"`)) return page.includes(`>\n${value}</textarea>`)
  const [control = ''] = page.match(new RegExp(`<(input|select)[^>]*name="${name.replaceAll('.', '\\.')}"[^>]*>`)) ?? []
  return value === 'true' ? control.includes(' checked') : control.includes(`value="${value}"`)
}

const cases: [form: string, open: () => Promise<Visitor>, typed: Record<string, string>][] = [
  ['identify', newPage, { name: 'Zoé D’Arcy', email: 'z@example.com', electronic_records: 'true', ...reason }],
  ['passcode', () => newPage({ authMode: 'PASSCODE', passcode: 'Tulip 42' }), { passcode: 'Tulip' }],
  ['address', () => newPage({ authMode: 'EMAILS', recipients: ['@example.com'] }), { email: 'z@example.com' }],
  ['others', () => onceIdentified(others), { 'other.owner.name': 'Grace', 'other.owner.email': 'g@', ...reason }],
  ['consent', () => onceIdentified(checked), { typed_name: 'Robin', agreed: 'true', ...reason }],
  ['details', onceConsented, { 'driverLicence.number': 'D1', ...reason }],
  ['sign', onceIdentified, { ...goodFields, signature_text: 'Rob', 'field.name': 'Robin the second', ...reason }],
  ['sign', onceFree, { 'field.name': 'Robin', ...reason, delegate_name: 'Grace', delegate_email: 'grace@' }],
]

test.each(cases)(
  'without a script, changing the language on the form %s keeps the typed values',
  async (form, open, typed) => {
    const visitor = await open()
    const { status, text } = await visitor.post(form, { ...typed, page_language: 'fr' })
    expect([status, text.includes('<html lang="fr">')]).toEqual([200, true])
    const lost = Object.entries(typed).filter(([name, value]) => !holds(text, name, value))
    expect(lost).toEqual([])
    expect((await visitor.get()).text).toContain('<html lang="fr">')
  },
)

test('where one may pass it on, Enter signs nothing: it shows what was typed', async () => {
  const visitor = await onceFree()
  const page = (await visitor.get()).text
  const [form = ''] = page.match(/<form[^>]*id="main-form"[\s\S]*?<\/form>/) ?? []
  const [first = ''] = form.match(/<button[^>]*type="submit"[^>]*>/) ?? []
  expect(first).toContain('name="page_language"')
  const { status, text } = await visitor.post('sign', { ...goodFields, page_language: 'en', delegate_email: 'grace@' })
  expect([status, holds(text, 'delegate_email', 'grace@'), holds(text, 'field.name', 'Robin')]).toEqual([
    200,
    true,
    true,
  ])
})

test('changing the language opens nothing and identifies nobody', async () => {
  const signing = await newSigning()
  const visitor = signing.visit()
  await visitor.get('?order=7')
  const sent = { name: 'Zoé', email: 'z@example.com', electronic_records: 'true' }
  const { text } = await visitor.post('identify', { ...sent, page_language: 'fr' })
  expect((await listSubmissions(signing.ctx, {})).items).toEqual([])
  expect(text).not.toContain('class="faults"')
  await visitor.post('identify', sent)
  expect((await listSubmissions(signing.ctx, {})).items[0]?.metadata).toEqual({ order: '7' })
})
