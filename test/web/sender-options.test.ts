import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createAgreement, createAgreementLink, listAgreementLinks } from '../../src/core/agreements/index.ts'
import type { Context } from '../../src/core/context.ts'
import { formatId } from '../../src/core/ids.ts'
import { listSigners, openEntries, openSigners } from '../../src/core/submissions/index.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { phone } from '../support/browser.ts'
import { openApp } from '../support/web-browser.ts'

const signature = (role: string) =>
  ({ key: `signature_${role}`, type: 'signature', label: role, role, required: true }) as const
const lease = {
  title: 'Lease',
  source: '{{rent}} {{pets}} {{signature_tenant}} {{signature_landlord}}',
  signerRoles: ['tenant', 'landlord'].map((key) => ({ key, name: key })),
  fields: [
    { key: 'rent', type: 'number', label: 'Rent', role: 'landlord', required: true, fixed: true },
    { key: 'pets', type: 'checkbox', label: 'Pets are welcome', role: 'landlord', required: false },
    signature('tenant'),
    signature('landlord'),
  ],
  requiredVerifications: [],
} as const

async function openLease(tab: string, options = {}) {
  return openApp(async (ctx) => {
    const { id: agreementId } = await createAgreement(ctx, {
      ...lease,
      signerRoles: [...lease.signerRoles],
      fields: [...lease.fields],
      requiredVerifications: [],
    })
    await createAgreementLink(ctx, { agreementId })
    return `/agreements/${formatId('agreement', agreementId)}${tab}`
  }, options)
}

/** Goes to an element with Tab, and presses keys there. */
async function at(page: Page, goal: Locator, keys: string, text = ''): Promise<void> {
  // Found once: to look for it by its role and name after each key would take longer than the key.
  const found = await goal.elementHandle()
  for (let steps = 0; steps < 80; steps++) {
    if (await found?.evaluate((one) => one === Reflect.get(globalThis, 'document').activeElement)) break
    await page.keyboard.press('Tab')
  }
  if (keys) await page.keyboard.press(keys)
  await page.keyboard.type(text)
}

/** Decides everything about the landlord, only with the keyboard. */
async function decide(page: Page): Promise<void> {
  const group = page.getByRole('dialog').getByRole('group', { name: /^landlord/ })
  await at(page, group.getByLabel('E-mail'), '', 'lea@example.com')
  await at(page, group.locator('summary'), 'Enter')
  await at(page, group.getByLabel('They must type a mailed code'), 'Space')
  await at(page, group.getByLabel('They may pass their part on'), 'Space')
  await at(page, group.getByLabel('Rent'), '', '950.5')
  await at(page, group.getByLabel('Pets are welcome'), '', 'not')
  await expectAccessible(page)
}

test('by keyboard alone a link is told the access, the delegation and the values of a person, and shows them again', async () => {
  const { page, ctx } = await openLease('?tab=links')
  await at(page, page.getByRole('button', { name: 'Signing through “Lease”' }), 'Enter')
  await decide(page)
  await at(page, page.getByRole('dialog').getByRole('button', { name: 'Save' }), 'Enter')
  await page.getByText('New submissions follow these settings').waitFor()
  const decided = { access: { emailCode: true }, mayDelegate: true, fields: { rent: 950.5, pets: false } }
  const now: Context = { ...ctx, now: new Date() }
  expect((await listAgreementLinks(now, {})).items[0]?.signers).toMatchObject([decided])
  await page.reload()
  await page.getByRole('button', { name: 'Signing through “Lease”' }).click()
  const group = page.getByRole('dialog').getByRole('group', { name: 'landlord' })
  await group.locator('summary').click()
  expect(await group.getByLabel('Rent').inputValue()).toBe('950.5')
  expect(await group.getByLabel('They may pass their part on').isChecked()).toBe(true)
})

test('by keyboard alone an agreement is sent with the access, the delegation and the values of a person', async () => {
  const { page, ctx } = await openLease('')
  await at(page, page.getByRole('button', { name: 'Send', exact: true }), 'Enter')
  const tenant = page.getByRole('dialog').getByRole('group', { name: /^tenant/ })
  await at(page, tenant.getByLabel('Name'), '', 'Tim')
  await at(page, tenant.getByLabel('E-mail'), '', 'tim@example.com')
  await decide(page)
  await at(page, page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }), 'Enter')
  await page.getByText('The mail is on its way').waitFor()
  const now: Context = { ...ctx, now: new Date() }
  const { items } = await listSigners(now, {})
  expect(items.find(({ role }) => role === 'landlord')).toMatchObject({
    access: { emailCode: true },
    mayDelegate: true,
  })
  const rows = await ctx.db.selectFrom('signers').selectAll().where('role', '=', 'landlord').execute()
  const [landlord] = await openSigners(now, rows)
  expect(landlord && (await openEntries(now, landlord)).sender).toEqual({ rent: '950.5', pets: '' })
})

test('a value that does not fit stands at its field, which is opened for it, on a phone and in French', async () => {
  const { page, watch } = await openLease('?tab=links', { viewport: phone, locale: 'fr-FR' })
  watch.expectStatus(422)
  await page
    .getByRole('button', { name: /« Lease »/ })
    .last()
    .click()
  const group = page.getByRole('dialog').getByRole('group', { name: 'landlord' })
  await group.getByLabel('E-mail').fill('lea@example.com')
  await group.locator('summary').click()
  await group.getByLabel('Rent').fill('beaucoup')
  await group.locator('summary').click()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect.poll(() => group.getByLabel('Rent').getAttribute('aria-invalid')).toBe('true')
  await expectAccessible(page)
})
