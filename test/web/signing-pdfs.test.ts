import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { manyPages, onePage, writePdf } from '../../src/adapters/pdf-source/write-pdf.fixture.ts'
import { createAgreementLink, createAgreementOf, type Field, type GivenRole } from '../../src/core/agreements/index.ts'
import { formatId } from '../../src/core/ids.ts'
import { createSubmission, getSubmission } from '../../src/core/submissions/index.ts'
import { pdfSources } from '../../src/work.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { phone } from '../support/browser.ts'
import { newContext } from '../support/organization.ts'
import { listenWithApp, openSignersPage } from '../support/web-browser.ts'

// Twelve pages. Every third is turned, and one is upside down.
const turned = Array.from(
  { length: 12 },
  (_, page) => `/MediaBox [0 0 612 792] /Rotate ${page % 3 ? 0 : page === 6 ? 180 : 90}`,
)
const long = writePdf(manyPages(turned))
const short = writePdf(onePage())

const signatureOn = (role: string, page: number): Field => ({
  ...{ key: `signature_${role}`, type: 'signature', role, label: `Signature of ${role}`, required: true },
  ...{ page, x: 0.1, y: 0.6, width: 0.3, height: 0.06 },
})

/** A submission of a PDF for these roles, and the link of each. */
async function send(bytes: Buffer, signerRoles: readonly Omit<GivenRole, 'name'>[], fields: readonly Field[] = []) {
  const ctx = await newContext({ now: new Date() })
  const given = {
    ...{ title: 'Lease', requiredVerifications: [], fields: [...fields], importFields: true },
    signerRoles: signerRoles.map((role) => ({ ...role, name: role.key })),
    fileUpload: { name: 'lease.pdf', base64: bytes.toString('base64') },
  }
  const { id: agreementId } = await createAgreementOf(ctx, { pdfSources, requireSeal: async () => {} }, given)
  const link = await createAgreementLink(ctx, { agreementId })
  const signers = signerRoles.map(({ key: role, kind }) => {
    const delivery = kind === 'copy' ? ('email' as const) : ('link' as const)
    return { role, name: `Robin ${role}`, email: `${role}@example.com`, delivery }
  })
  const { submission, tokens } = await createSubmission(ctx, { agreementLinkId: link.id, signers })
  const url = await listenWithApp()
  const start = `${url}/agree/${formatId('agreement_link', link.id)}/begin/`
  const wayOf = (role: string) => start + tokens.get(submission.signers.find((one) => one.role === role)?.id ?? '')
  return { wayOf, status: async () => (await getSubmission({ ...ctx, now: new Date() }, submission.id)).status }
}

async function consent(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel('I agree to use electronic records and signatures').check()
  await page.getByRole('button', { name: 'Continue' }).click()
}

async function sign(page: Page, address: string): Promise<void> {
  await consent(page, address)
  await page.getByLabel('Type your full name as your signature').fill('Robin')
  await page.getByRole('button', { name: 'Sign the agreement' }).click()
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
}

test('three people sign a PDF of twelve pages in parallel, some pages turned, and an approver agrees after them', async () => {
  const people = ['driver', 'landlord', 'agent'].map((key) => ({ key, order: 1 }))
  const others = [
    { key: 'boss', kind: 'approver', order: 2 },
    { key: 'file', kind: 'copy' },
  ] as const
  const places = [signatureOn('driver', 1), signatureOn('landlord', 4), signatureOn('agent', 7)]
  const initials = {
    key: 'initials_driver',
    type: 'initials',
    role: 'driver',
    label: 'Initials',
    required: false,
  } as const
  const { wayOf, status } = await send(long, [...people, ...others], [...places, initials])
  const { page } = await openSignersPage({ viewport: phone })
  for (const role of ['agent', 'driver', 'landlord']) await sign(page, wayOf(role))
  expect(await status()).toBe('viewed')
  await consent(page, wayOf('boss'))
  await expect.poll(() => page.locator('.sheet img').count()).toBe(12)
  await page.getByRole('button', { name: 'Approve the agreement' }).click()
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  expect(await status()).toBe('signed')
})

test('a PDF is signed by keyboard alone, and each step says where the signer is', async () => {
  const { wayOf, status } = await send(short, [{ key: 'driver' }])
  const { page } = await openSignersPage({})
  await page.goto(wayOf('driver'))
  await tabTo(page, 'I agree to use electronic records')
  await page.keyboard.press('Space')
  await tabTo(page, 'Continue')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Fill in and sign' }).waitFor()
  await tabTo(page, 'Type your full name as your signature')
  await page.keyboard.type('Robin Clear')
  await tabTo(page, 'Sign the agreement')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  expect(await status()).toBe('signed')
})

test('a PDF is signed in French on a phone, and its pages are accessible', async () => {
  const { wayOf } = await send(short, [{ key: 'driver' }])
  const { page } = await openSignersPage({ viewport: phone, isMobile: true, hasTouch: true, locale: 'fr-FR' })
  await page.goto(wayOf('driver'))
  await page.getByRole('checkbox').first().tap()
  await page.getByRole('button', { name: 'Continuer' }).tap()
  await page.getByLabel('Saisissez votre nom complet comme signature').waitFor()
  await page.locator('.sheet img').first().waitFor()
  await expectAccessible(page)
  await page.getByLabel('Saisissez votre nom complet comme signature').fill('Robin Clear')
  await page.getByRole('button', { name: 'Signer le document' }).tap()
  await page.getByRole('heading', { name: 'Merci' }).waitFor()
})

/** Presses Tab until the focused element has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  const read = `[document.activeElement?.textContent, ...[...(document.activeElement?.labels ?? [])].map((one) => one.textContent)].join(' ')`
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate<string>(read)).includes(name)) return
  }
  throw new Error(`No Tab leads to ${name}.`)
}
