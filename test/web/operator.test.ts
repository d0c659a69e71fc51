import { expect, test } from 'vitest'
import { grantServerAdmin } from '../../src/core/accounts/index.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { database } from '../support/organization.ts'
import { openApp } from '../support/web-browser.ts'

async function openCorner() {
  const opened = await openApp(async (_, { id }) => {
    await grantServerAdmin(database.system, id, new Date())
    return '/operator'
  })
  await opened.page.getByRole('heading', { name: 'Operator' }).waitFor()
  return opened
}

test('an operator sees the state of the server, sends a test mail, and reads it in the outbox', async () => {
  const { page } = await openCorner()
  await page.getByText('mails stay in the outbox in the home').waitFor()
  await page.getByLabel('Address').fill('ops@example.com')
  await page.getByRole('button', { name: 'Send a test mail' }).click()
  const row = page.getByRole('row', { name: 'ops@example.com' })
  await row.getByRole('button', { name: 'Read' }).click()
  await page.getByRole('dialog').getByText('Sealane can send mail.').waitFor()
  await page.keyboard.press('Escape')
  await expectAccessible(page)
  await row.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByText('The outbox is empty.').waitFor()
})

test('an operator puts their own organization into maintenance and ends the maintenance', async () => {
  const { page, ctx } = await openCorner()
  const { slug } = await database.system
    .selectFrom('organizations')
    .select('slug')
    .where('id', '=', ctx.organizationId)
    .executeTakeFirstOrThrow()
  const other = page.getByRole('row', { name: slug })
  await page.getByLabel('Name').fill(slug)
  await other.getByRole('button', { name: 'Begin maintenance' }).click()
  await other.getByText('in maintenance').waitFor()
  await other.getByRole('button', { name: 'End maintenance' }).click()
  await other.getByText('at work').waitFor()
})

test('the pages of the operator are hidden from everybody else', async () => {
  const { page } = await openApp('/operator')
  await page.getByRole('heading', { name: 'Not for your role' }).waitFor()
  expect(await page.getByRole('link', { name: 'Operator' }).count()).toBe(0)
})
