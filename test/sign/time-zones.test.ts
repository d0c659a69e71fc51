import { expect, test } from 'vitest'
import { listSubmissions } from '../../src/core/submissions/index.ts'
import { fillIn, openSigningPage } from '../support/signing-browser.ts'

test.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kolkata'])(
  'in a browser in %s a day that is filled in stays that day, also in what is kept so far',
  async (timezoneId) => {
    const { page, ctx } = await openSigningPage({ timezoneId })
    await fillIn(page)
    await page.getByLabel('From').fill('2026-03-29')
    const saved = page.waitForResponse((reply) => reply.url().endsWith('/draft') && reply.ok())
    await page.getByLabel('Name', { exact: true }).press('End')
    await page.getByLabel('Name', { exact: true }).pressSequentially('!')
    await saved
    await page.reload()
    expect(await page.getByLabel('From').inputValue()).toBe('2026-03-29')
    await page.getByLabel('Type your full name as your signature').fill('Robin Clear')
    await page.getByRole('button', { name: 'Sign the agreement' }).click()
    await page.getByRole('heading', { name: 'Fill in and sign' }).waitFor({ state: 'detached' })
    expect((await listSubmissions(ctx, {})).items[0]?.fieldValues.from).toBe('2026-03-29')
  },
)
