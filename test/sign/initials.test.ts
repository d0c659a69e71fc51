import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { listSubmissions } from '../../src/core/submissions/index.ts'
import { filesOfFamily } from '../../src/writing/index.ts'
import { simpleAgreement } from '../support/signing.ts'
import { openSigningPage } from '../support/signing-browser.ts'

const common = { role: 'tenant', required: true }
const agreement = {
  ...simpleAgreement,
  source: 'I have read this: {{rules}} {{agree}} {{signature}}',
  fields: [
    { ...common, key: 'rules', type: 'initials' as const, label: 'Initials' },
    { ...common, key: 'agree', type: 'checkbox' as const, label: 'I agree' },
    { ...common, key: 'signature', type: 'signature' as const, label: 'Signature' },
  ],
}

async function drawInitials(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Draw instead' }).click()
  const box = await page.getByRole('img', { name: 'Your drawn initials: Initials' }).boundingBox()
  if (!box) throw new Error('There is no pad.')
  await page.mouse.move(box.x + 10, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 10, box.y + box.height - 10, { steps: 5 })
  await page.mouse.up()
}

async function sign(page: Page): Promise<void> {
  await page.getByLabel('Type your full name as your signature').fill('Robin Clear')
  await page.getByRole('button', { name: 'Sign the agreement' }).click()
}

const kept = async ({ ctx }: Awaited<ReturnType<typeof openSigningPage>>) =>
  (await listSubmissions(ctx, {})).items[0]?.fieldValues.rules ?? ''

test('initials can be drawn in the text with a finger, and survive a fault', async () => {
  const signing = await openSigningPage({ deviceScaleFactor: 3 }, agreement)
  const { page } = signing
  await drawInitials(page)
  const drawing = await page.locator('input[name="drawing.rules"]').inputValue()
  await sign(page)
  await page.locator('.faults').getByText('Tick this box to continue.').waitFor()
  await expect.poll(() => page.locator('input[name="drawing.rules"]').inputValue()).toBe(drawing)
  await page.getByLabel('I agree', { exact: true }).check()
  await sign(page)
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  expect(JSON.parse(await kept(signing))).toEqual(JSON.parse(drawing))
})

test('a typed signature is shown in the design in which the document sets it', async () => {
  const { page } = await openSigningPage({}, agreement)
  const [file = ''] = filesOfFamily('hand')
  const loaded = page.waitForResponse(/assets\/hand\.ttf$/)
  await page.getByLabel('Type your full name as your signature').fill('Robin Clear')
  expect(await (await loaded).body()).toEqual(readFileSync(file))
  const read =
    "document.fonts.ready.then(() => [...document.fonts].map(({ family, status }) => family + ': ' + status))"
  await expect.poll(() => page.evaluate<string[]>(read)).toEqual([expect.stringMatching(/^"?Sealane Hand"?: loaded$/)])
})

test('typed initials replace drawn ones', async () => {
  const signing = await openSigningPage({}, agreement)
  const { page } = signing
  await drawInitials(page)
  await page.getByRole('button', { name: 'Type instead' }).click()
  await page.getByLabel('Initials', { exact: true }).fill('RC')
  await page.getByLabel('I agree', { exact: true }).check()
  await sign(page)
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  expect(await kept(signing)).toBe('RC')
})
