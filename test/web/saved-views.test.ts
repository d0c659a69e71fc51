import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createSavedView } from '../../src/core/accounts/index.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { newVerification } from '../support/verifications.ts'
import { openApp } from '../support/web-browser.ts'

async function choose(page: Page, view: string): Promise<void> {
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: view, exact: true }).click()
}

test('a list that is filtered by metadata is saved as a view that restores the filter', async () => {
  const { page, ctx } = await openApp('/verifications')
  for (const campaign of ['spring', 'autumn']) await newVerification(ctx, { metadata: { campaign } })
  await page.getByLabel('Metadata').fill('campaign=spring')
  await page.getByText('1 in all').waitFor()
  await choose(page, 'Save this view')
  await page.getByRole('dialog').getByLabel('Name').fill('Spring')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByText('The view Spring is saved.').waitFor()
  await page.getByRole('link', { name: 'Verifications', exact: true }).click()
  await page.getByText('2 in all').waitFor()
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Spring', exact: true }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await choose(page, 'Spring')
  await page.getByText('1 in all').waitFor()
})

test('the open view is deleted, also when the address names the organization, and an undo restores it', async () => {
  const { page } = await openApp(async (ctx, { id }) => {
    const actor = { kind: 'user' as const, id, role: 'admin', permissions: ['organization:read' as const] }
    await createSavedView({ ...ctx, actor }, { name: 'Begun', path: '/verifications', query: 'status=started' })
    const organizations = ctx.db.selectFrom('organizations').where('id', '=', ctx.organizationId)
    const { slug } = await organizations.select('slug').executeTakeFirstOrThrow()
    return `/o/${slug}/verifications?status=started`
  })
  await choose(page, 'Delete Begun')
  await page.getByText('The view Begun is deleted.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Delete Begun' }).waitFor()
  await expect.poll(() => page.getByRole('menuitem', { name: 'Begun' }).count()).toBe(2)
})
