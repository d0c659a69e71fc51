import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Context } from '../../src/core/context.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { newVerification } from '../support/verifications.ts'
import { goTo, openApp } from '../support/web-browser.ts'
import { writeExport } from '../support/written-export.ts'

/** Waits for the newest export of an organization. */
async function newestOf({ db }: Context): Promise<string> {
  const found = async () =>
    (await db.selectFrom('exports').select('id').orderBy('id', 'desc').executeTakeFirst())?.id ?? ''
  await expect.poll(found).not.toBe('')
  return found()
}

const linesOf = async (page: Page, act: () => Promise<unknown>) => {
  const [file] = await Promise.all([page.waitForEvent('download'), act()])
  return [
    file.suggestedFilename(),
    readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\n').length,
  ]
}

test('a list is exported while its progress is shown, saved, and saved again from the page of exports', async () => {
  const { page, ctx } = await openApp('/verifications')
  for (const type of ['motor_vehicle_record', 'panel_drug']) await newVerification(ctx, kindOf(type))
  await page.getByRole('button', { name: 'Export CSV' }).click()
  await page.getByRole('button', { name: 'Stop' }).waitFor()
  const id = await newestOf(ctx)
  expect(await linesOf(page, () => writeExport(ctx, id))).toEqual(['verifications.csv', 3])
  await page.getByText('verifications.csv is saved').waitFor()
  await goTo(page, '/exports')
  await page.getByText('Ready').waitFor()
  await expectAccessible(page)
  const save = page.getByRole('button', { name: 'Save the file' })
  expect(await linesOf(page, () => save.click())).toEqual(['verifications.csv', 3])
})

const kindOf = (type: string) => ({ type, tier: type === 'panel_drug' ? 'panel 5' : null })

test('an export that runs is stopped where it was begun, and one that is there is deleted', async () => {
  const { page, ctx } = await openApp(async (of) => {
    await newVerification(of, kindOf('motor_vehicle_record'))
    return '/audit'
  })
  await page.getByRole('button', { name: 'Export NDJSON' }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('button', { name: 'Export NDJSON' }).click()
  await page.getByRole('button', { name: 'Stop' }).waitFor()
  await writeExport(ctx, await newestOf(ctx))
  await page.getByText('audit-events.ndjson is saved').waitFor()
  await goTo(page, '/exports')
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByText('Nothing has been exported yet').waitFor()
})
