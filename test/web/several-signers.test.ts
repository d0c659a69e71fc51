import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { getAgreement, updateAgreement } from '../../src/core/agreements/index.ts'
import { formatId } from '../../src/core/ids.ts'
import { createSubmission } from '../../src/core/submissions/index.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { newAgreementFor } from '../support/several.ts'
import { goTo, openApp, openSignersPage } from '../support/web-browser.ts'

const roles = [{ role: 'tenant' }, { role: 'landlord' }, { role: 'file', kind: 'copy' }] as const

/** The page of an agreement of two people who sign one after another, and of a third who gets a copy. */
async function openLease(tab = '') {
  return openApp(async (ctx) => {
    const { agreementId } = await newAgreementFor(ctx, roles)
    return `/agreements/${formatId('agreement', agreementId)}${tab}`
  })
}

/** The page of a submission whose first signer has a rent to fill in. */
function openLeaseWithRent() {
  return openApp(async (ctx) => {
    const { id: agreementLinkId, agreementId } = await newAgreementFor(ctx, roles)
    const { fields } = await getAgreement(ctx, agreementId)
    const rent = { key: 'rent', type: 'number', role: 'tenant', label: 'Rent', required: true } as const
    // People read the names of roles, and fields use their keys.
    const signerRoles = roles.map(({ role, ...more }) => ({ key: role, name: `The ${role}`, ...more }))
    await updateAgreement(ctx, agreementId, { signerRoles, fields: [...fields, rent] })
    const signers = ['tenant', 'landlord'].map((role) => ({
      role,
      name: role.toUpperCase(),
      email: `${role}@example.com`,
    }))
    const { submission } = await createSubmission(ctx, { agreementLinkId, signers })
    return `/submissions/${formatId('submission', submission.id)}`
  })
}

/** The page of a submission whose first signer types a code that is mailed to them, and the second is named later. */
function openSent() {
  return openApp(async (ctx) => {
    const { id: agreementLinkId } = await newAgreementFor(ctx, roles)
    const tenant = { role: 'tenant', name: 'TENANT', email: 'tim@example.com', delivery: 'link' as const }
    const signers = [{ ...tenant, access: { emailCode: true } }]
    const { submission } = await createSubmission(ctx, { agreementLinkId, signers })
    return `/submissions/${formatId('submission', submission.id)}`
  })
}

async function name(page: Page, role: string, email: string, way: 'link' | 'email'): Promise<void> {
  const group = page.getByRole('dialog').getByRole('group', { name: new RegExp(`^${role}`) })
  await group.getByLabel('Name').fill(role.toUpperCase())
  await group.getByLabel('E-mail').fill(email)
  await group.getByLabel('Link').selectOption(way)
}

/** Sends the agreement, and returns the shown links. */
async function send(page: Page): Promise<string[]> {
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await page
    .getByRole('dialog')
    .getByText(/\/begin\//)
    .first()
    .waitFor()
  return page
    .getByRole('dialog')
    .getByText(/\/begin\//)
    .allTextContents()
}

async function enter(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel('I agree to use electronic records and signatures').check()
  await page.getByRole('button', { name: 'Continue' }).click()
}

async function signAt(page: Page, address = ''): Promise<void> {
  await enter(page, address)
  await page.getByLabel('Type your full name as your signature').fill('Robin Clear')
  await page.getByRole('button', { name: 'Sign the agreement' }).click()
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
}

test('two people sign in order, faults of addresses stand at their fields, and the page shows each signature', async () => {
  const { page, watch } = await openLease()
  watch.expectStatus(422)
  await page.getByRole('button', { name: 'Send' }).click()
  await name(page, 'tenant', 'tim@nowhere', 'link')
  await name(page, 'landlord', 'lea@nowhere', 'link')
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => page.getByText('Write an e-mail address such as').count()).toBe(2)
  await name(page, 'tenant', 'tim@example.com', 'link')
  await name(page, 'landlord', 'lea@example.com', 'link')
  const [first, second] = await send(page)
  await page.getByRole('link', { name: 'Follow the submission' }).click()
  const { page: paper } = await openSignersPage()
  await signAt(paper, first)
  await page.getByText('TENANT signed').waitFor()
  await signAt(paper, second)
  await page.getByText('LANDLORD signed').waitFor()
})

test('a part is reassigned and its new signer reminded, and the timeline shows both', async () => {
  const { page } = await openSent()
  await page.getByRole('button', { name: 'Change TENANT' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Tom')
  await page.getByRole('dialog').getByLabel('E-mail').fill('tom@example.com')
  await page.getByLabel('They must type a mailed code before they can read').uncheck()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByText('Give this link only to Tom').waitFor()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText('The part of TENANT (tim@example.com) went to Tom (tom@example.com)').waitFor()
  await page.getByRole('button', { name: 'Remind Tom' }).click()
  await page.getByText('Tom was reminded').waitFor()
  await expectAccessible(page)
})

test('who gives a part to somebody else fills in values for them, and a value that does not fit is told at its field', async () => {
  const { page, watch } = await openLeaseWithRent()
  watch.expectStatus(422)
  await page.getByRole('button', { name: 'Change TENANT' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Rent').fill('much')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Give a number, such as').waitFor()
  await dialog.getByLabel('Rent').fill('1200')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Save' }).click()
  const way = (await dialog.getByText(/\/begin\//).textContent()) ?? ''
  const { page: paper } = await openSignersPage()
  await enter(paper, way)
  expect(await paper.getByLabel('Rent').inputValue()).toBe('1200')
})

test('the page of a link states the deadline, the reminders and the other signers', async () => {
  const { page } = await openLease('?tab=links')
  await page.getByRole('button', { name: 'Signing through “Lease”' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Days to sign').fill('14')
  await dialog.getByLabel('Remind people whose turn it is').check()
  await dialog.getByRole('group', { name: 'landlord' }).getByLabel('E-mail').fill('lea@example.com')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('14 days to sign').waitFor()
  const { pathname, search } = new URL(page.url())
  await goTo(page, '/agreements')
  await goTo(page, pathname + search)
  await page.getByRole('button', { name: 'Signing through “Lease”' }).click()
  const landlord = dialog.getByRole('group', { name: 'landlord' }).getByLabel('E-mail')
  await expect.poll(() => landlord.inputValue()).toBe('lea@example.com')
})
