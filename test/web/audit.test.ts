import { test } from 'vitest'
import { createApiKey } from '../../src/core/accounts/index.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { openApp } from '../support/web-browser.ts'

test('the audit trail shows actions as they happen, shows every detail of a row, and is verified in the browser', async () => {
  const { page, ctx } = await openApp('/audit')
  await createApiKey(ctx, { name: 'From the shell' })
  const row = page.getByRole('row', { name: /api_key\.created/ })
  await row.getByRole('button', { name: 'Details' }).click()
  await page.getByRole('dialog').getByText('Hash before').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Verify the chain' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click()
  await page.getByText('The one row holds.').waitFor()
  await expectAccessible(page)
})

test('the browser reports a broken chain when a row was changed in the database', async () => {
  const { page, ctx } = await openApp('/audit')
  await createApiKey(ctx, { name: 'From the shell' })
  const { database } = await import('../support/organization.ts')
  const rows = database.system.updateTable('audit_events').set({ action: 'api_key.revoked' })
  await rows.where('organization_id', '=', ctx.organizationId).where('action', '=', 'api_key.created').execute()
  await page.getByRole('button', { name: 'Verify the chain' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click()
  await page.getByText(/^The chain is broken at place .*Tell the operator/).waitFor()
})
