import { test } from 'vitest'
import { expectAccessible } from '../support/accessibility.ts'
import { openApp } from '../support/web-browser.ts'

test('an admin renames the organization, sees each fault at its field, and begins and ends maintenance', async () => {
  const { page, watch } = await openApp('/settings/organization')
  const [save, dialog] = [page.getByRole('button', { name: 'Save' }), page.getByRole('dialog')]
  await page.getByLabel('Name').fill('Northern Lights')
  await page.getByLabel('How many days finished').fill('-1')
  for (const status of [422, 503]) watch.expectStatus(status)
  await save.click()
  await page.getByLabel('How many days finished').and(page.locator('[aria-invalid=true]')).waitFor()
  await expectAccessible(page)
  await page.getByLabel('How many days finished').fill('90')
  await save.click()
  await page.getByRole('banner').getByText('Northern Lights').waitFor()
  await page.getByRole('button', { name: 'Begin maintenance' }).click()
  await dialog.getByRole('button', { name: 'Begin maintenance' }).click()
  await page.getByRole('button', { name: 'End maintenance' }).click()
  await page.getByText('Maintenance has ended.').waitFor()
  await page.getByRole('button', { name: 'Begin maintenance' }).waitFor()
})
