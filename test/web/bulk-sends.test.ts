import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createAgreement, createAgreementLink } from '../../src/core/agreements/index.ts'
import { bulkSendJobs, listBulkSends } from '../../src/core/bulk-sends/index.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { database } from '../support/organization.ts'
import { simpleAgreement } from '../support/signing.ts'
import { openApp } from '../support/web-browser.ts'

async function openWithLink(options: Parameters<typeof openApp>[1] = {}) {
  return openApp(async (ctx) => {
    await createAgreementLink(ctx, { agreementId: (await createAgreement(ctx, simpleAgreement)).id })
    return '/submissions/bulk'
  }, options)
}

const choose = (page: Page, text: string) =>
  page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

test('a file is checked, previewed and sent, and its result can be downloaded', async () => {
  const { page, ctx, watch } = await openWithLink()
  watch.expectStatus(422)
  await page.getByText('No file sent yet').waitFor()
  await page.getByRole('button', { name: 'Send a file' }).click()
  await choose(page, 'email;name;order\r\nrobin@x.example;Robin;A-1\r\nnobody;Sam;A-2\r\n')
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByText('1 fault in the file').waitFor()
  await expectAccessible(page)
  await choose(page, 'email;name;order\r\nrobin@x.example;Robin;A-1\r\nsam@x.example;Sam;A-2\r\n')
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByRole('dialog').getByText('people.csv: 2 people').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send to 2' }).click()
  await page.getByText('Running').waitFor()
  const [send] = (await listBulkSends(ctx, {})).items
  await bulkSendJobs['bulk_send.run']?.(
    { database, now: () => new Date(), contextOf: () => ctx },
    { organizationId: ctx.organizationId, bulkSendId: send?.id },
  )
  await page.getByText('2 of 2').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Result file' }).click()
  expect((await download).suggestedFilename()).toMatch(/^bsd_.*\.csv$/)
})

test('a file that was previewed and not sent leaves nothing behind, also when the tab is closed', async () => {
  const { page, ctx } = await openWithLink()
  await page.getByRole('button', { name: 'Send a file' }).click()
  await choose(page, 'email;name\r\nrobin@x.example;Robin\r\n')
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByRole('button', { name: 'Send to 1' }).waitFor()
  await page.close()
  expect((await listBulkSends(ctx, {})).total).toBe(0)
})
