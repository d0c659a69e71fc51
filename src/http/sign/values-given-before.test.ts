import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { newDrawing, newSigning, type Signing } from '../../../test/support/signing.ts'
import { manyPages, writePdf } from '../../adapters/pdf-source/write-pdf.fixture.ts'
import { type AgreementInput, readUpload } from '../../core/agreements/index.ts'
import { readTrail } from '../../core/audit/index.ts'
import { createSubmission } from '../../core/submissions/index.ts'
import { pdfSources } from '../../work.ts'

const roles = ['driver', 'landlord', 'witness']
const given = { role: 'driver', required: true }
const at = (y: number) => ({ page: 1, x: 0.1, y, width: 0.4, height: 0.05 })
const fields: AgreementInput['fields'] = [
  { ...given, key: 'rent', type: 'number', label: 'Rent' },
  { ...given, key: 'first', type: 'date', label: 'First day' },
  { ...given, key: 'pets', type: 'checkbox', label: 'Pets', required: false },
  { ...given, key: 'breed', type: 'text', label: 'Breed', showIf: { field: 'pets', equals: true } },
  { ...given, key: 'wish', type: 'text', label: 'Wish', required: false },
  { ...given, key: 'initials_driver', type: 'initials', label: 'Rules' },
  ...roles.map((role) => ({ ...given, role, key: `of_${role}`, type: 'signature' as const, label: `Of ${role}` })),
]
// The landlord and the witness act at the same time, after the driver.
const lease: AgreementInput = {
  title: 'Lease',
  source: fields.map(({ key }) => `{{${key}}}`).join('\n\n'),
  signerRoles: roles.map((key, index) => ({ key, name: key, order: Math.min(index + 1, 2) })),
  fields,
  requiredVerifications: [],
}
const driver = {
  'field.rent': '1234.5',
  'field.first': '2026-04-01',
  'drawing.initials_driver': newDrawing(),
  signature_method: 'typed',
  signature_text: 'Tilda Driver',
}

async function start(input = lease, named = roles) {
  const signing = await newSigning(input)
  const signers = named.map((role) => ({ role, name: role, email: `${role}@example.com` }))
  const made = await createSubmission(signing.ctx, { agreementLinkId: signing.linkId, signers })
  const tokenOf = (role: string) => made.tokens.get(made.submission.signers.find((one) => one.role === role)?.id ?? '')
  return { signing, id: made.submission.id, open: (role: string) => open(signing, role, tokenOf(role) ?? '') }
}

async function open(signing: Signing, role: string, token: string) {
  const visitor = signing.visit()
  const first = await visitor.get(`begin/${token}`)
  await visitor.view()
  const who = { name: role, email: `${role}@example.com`, electronic_records: 'true' }
  const page = await visitor.post('identify', who)
  return { visitor, first: first.text, page: page.text }
}

/** Returns the pages of the others after the driver has signed. */
async function signAsDriver(input = lease) {
  const started = await start(input)
  const { visitor } = await started.open('driver')
  expect((await visitor.post('sign', driver)).status).toBe(303)
  return started
}

async function onPaper(): Promise<AgreementInput> {
  const base64 = writePdf(manyPages(['/MediaBox [0 0 612 792]'])).toString('base64')
  const pdf = await readUpload(await newContext(), pdfSources, { name: 'lease.pdf', base64 })
  return { ...lease, source: '', pdf, fields: fields.map((field, index) => ({ ...field, ...at(0.1 + index * 0.08) })) }
}

test('who signs later sees what was given before, before they say who they are and where they sign', async () => {
  const { open } = await signAsDriver()
  const { first, page } = await open('landlord')
  for (const text of [first, page]) {
    expect(text).toContain('<span class="filled">1,234.5</span>')
    expect(text).toContain('<span class="filled">2026-04-01</span>')
    expect(text).toContain('<span class="filled hand">Tilda Driver</span>')
    expect(text).toMatch(/<svg class="mark"[^>]*aria-label="Rules: drawn by hand"[^>]*>.*<path d="M10 50/)
    expect(text).toContain('aria-label="Wish: left empty"')
  }
})

test('who signs later is not shown a field that its rules left out', async () => {
  const { open } = await signAsDriver()
  const { first, page } = await open('landlord')
  expect(first).not.toContain('Breed')
  expect(page).not.toMatch(/filled[^<]*Breed|Breed[^<]*left empty/)
})

test('on the pages of a PDF, given values are at their places, and screen readers read them out', async () => {
  const { open } = await signAsDriver(await onPaper())
  const { first, page } = await open('landlord')
  for (const text of [first, page]) {
    expect(text).toMatch(/<foreignObject x="61.2"[^>]*><div class="placed hand" dir="auto">Tilda Driver</)
    expect(text).toMatch(/<svg x="61.2"[^>]*preserveAspectRatio="xMinYMid meet"[^>]*>.*<path d="M10 50/)
    expect(text).toContain('Rent: <span class="filled">1,234.5</span>')
  }
})

test('the trail says whose parts each signer was shown', async () => {
  const { open, id, signing } = await signAsDriver()
  const [landlord, witness] = [await open('landlord'), await open('witness')]
  await landlord.visitor.post('sign', { signature_text: 'Lore' })
  // This page appeared before the landlord signed.
  expect((await witness.visitor.post('sign', { signature_text: 'Wil' })).status).toBe(303)
  const rows = (await readTrail(signing.ctx, id)).filter(({ action }) => action === 'agreement.signed')
  expect(rows.map(({ data }) => data.shownParts)).toEqual([undefined, ['driver'], ['driver']])
})

test('who acts beside others sees and has in the trail what they had given by then', async () => {
  const { open, id, signing } = await signAsDriver()
  await (await open('landlord')).visitor.post('sign', { signature_text: 'Lore Landlord' })
  const witness = await open('witness')
  expect(witness.page).toContain('Lore Landlord')
  await witness.visitor.post('sign', { signature_text: 'Wil' })
  expect((await readTrail(signing.ctx, id)).at(-1)?.data.shownParts).toEqual(['driver', 'landlord'])
})

test('given values are not on the pages of a signer before their turn or after their part', async () => {
  const { open, signing } = await signAsDriver()
  const { visitor } = await open('landlord')
  await visitor.post('sign', { signature_text: 'Lore' })
  expect((await visitor.get()).text).not.toContain('Tilda Driver')
  expect((await signing.visit().get()).text).not.toContain('Tilda Driver')
})

test('an approver is led from field to field of a PDF to the button, and past automatic fields', async () => {
  const started = await onPaper()
  const boss = { role: 'boss', required: false, width: 0.4, height: 0.03, page: 1, x: 0.55 } as const
  const more: AgreementInput['fields'] = [
    { ...boss, key: 'day', type: 'signing_date', label: 'Day', y: 0.1 },
    { ...boss, key: 'note', type: 'text', label: 'Note', y: 0.2 },
  ]
  const signerRoles = [...started.signerRoles, { key: 'boss', name: 'boss', kind: 'approver' as const, order: 1 }]
  const world = await start({ ...started, signerRoles, fields: [...started.fields, ...more] }, [...roles, 'boss'])
  const { page } = await world.open('boss')
  expect(page.match(/class="next" href="#[\w-]+"/g)).toEqual(['class="next" href="#agree"'])
  expect(page).toContain('<button type="submit" id="agree">')
  expect(page).not.toContain('href="#f-fields-day"')
})
