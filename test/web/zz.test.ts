import { afterAll, expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { newVerification } from '../support/verifications.ts'
import { closeBrowser, openApp } from '../support/web-browser.ts'
afterAll(closeBrowser)
test('x', async () => {
  const { page, ctx } = await openApp('/', { locale: 'en-GB' })
  await newVerification(ctx, {})
  await page.goto(page.url() + 'verifications')
  await page.getByLabel('Search').waitFor()
  await page.waitForTimeout(1000)
  await page.screenshot({ path: '/tmp/zz1.png' })
  expect(await page.getByRole('button', { name: 'Filters' }).count()).toBe(0)
  await page.setViewportSize(phone)
  await page.screenshot({ path: '/tmp/zz2.png' })
}, 60000)
