import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible } from '../support/accessibility.ts'
import { simpleAgreement } from '../support/signing.ts'
import { openSigningPage } from '../support/signing-browser.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const licence = { name: 'licence.png', mimeType: 'image/png', buffer: png }
const agreement = {
  ...simpleAgreement,
  source: '{{licence}} {{signature}}',
  fields: [
    { key: 'licence', type: 'file' as const, role: 'tenant', label: 'Your licence', required: true },
    ...simpleAgreement.fields.filter(({ type }) => type === 'signature'),
  ],
}
const mark = 'Type your full name as your signature'

/** Goes to an element with Tab, and presses a key there. */
async function press(page: Page, goal: Locator, key = 'Enter'): Promise<void> {
  await goal.waitFor()
  for (let steps = 0; steps < 40; steps++) {
    if ((await goal.and(page.locator(':focus')).count()) > 0) return page.keyboard.press(key)
    await page.keyboard.press('Tab')
  }
  throw new Error('No key leads there.')
}

async function chooseByKeyboard(page: Page, file: typeof licence): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await press(page, page.getByLabel('Your licence'))
  // A chosen file is sent at once.
  await (await chooser).setFiles(file)
}

test('with the keyboard alone, a file is uploaded, removed, uploaded again and signed', async () => {
  const { page } = await openSigningPage({ isMobile: false, hasTouch: false }, agreement)
  await expectAccessible(page)
  await chooseByKeyboard(page, licence)
  const back = page.getByRole('button', { name: 'Take back licence.png' })
  await back.waitFor()
  await expectAccessible(page)
  await press(page, back)
  await back.waitFor({ state: 'detached' })
  await chooseByKeyboard(page, { ...licence, name: 'second.png' })
  await page.getByRole('button', { name: 'Take back second.png' }).waitFor()
  await press(page, page.getByLabel(mark), 'R')
  await page.keyboard.type('obin Clear')
  await press(page, page.getByRole('button', { name: 'Sign the agreement' }))
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
})

test('a file of another kind is refused at its field and not taken', async () => {
  const { page } = await openSigningPage({}, agreement)
  const script = { name: 'licence.png', mimeType: 'image/png', buffer: Buffer.from('<script>alert(1)</script>') }
  await page.getByLabel('Your licence').setInputFiles(script)
  await page.getByRole('alert').waitFor()
  await expectAccessible(page)
  expect(await page.getByText('licence.png').count()).toBe(0)
})
