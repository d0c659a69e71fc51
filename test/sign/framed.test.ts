import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { findFaults } from '../support/accessibility.ts'
import { fillIn, identify, openFramed } from '../support/signing-browser.ts'

// Each document has its own main part, head and foot.
const rulesOfOneDocument = [
  'landmark-unique',
  'landmark-no-duplicate-main',
  'landmark-main-is-top-level',
  'landmark-contentinfo-is-top-level',
  'landmark-banner-is-top-level',
  'landmark-no-duplicate-contentinfo',
  'landmark-no-duplicate-banner',
]

test('a signer can sign in a frame of another site, whose page gets each step once', async () => {
  const { page, frame, told, finish } = await openFramed()
  await expect.poll(told).toEqual([expect.stringMatching(/^viewed AGREESUBMISSION-/)])
  await identify(frame)
  await fillIn(frame)
  await frame.getByLabel('Type your full name as your signature').fill('Robin Clear')
  await frame.getByRole('button', { name: 'Sign the agreement' }).click()
  await expect.poll(told).toHaveLength(2)
  await finish()
  await frame.getByRole('heading', { name: 'Signed. Thank you, Robin' }).waitFor()
  const heard = await told()
  const [, id] = heard[0]?.split(' ') ?? []
  expect(heard).toEqual([`viewed ${id}`, `signed ${id}`, `completed ${id}`])
  const kept = await page.context().cookies()
  expect(kept.map(({ partitionKey }) => partitionKey)).toEqual(kept.map(() => 'http://127.0.0.1'))
  expect(await findFaults(page, { except: rulesOfOneDocument })).toEqual([])
  const heightOf = async (one: Locator) => (await one.boundingBox())?.height ?? 0
  const spare = async () => (await heightOf(page.locator('iframe'))) - (await heightOf(frame.locator('html')))
  await expect.poll(async () => Math.abs(await spare())).toBeLessThan(40)
})

test('a page gets the refusal in its frame', async () => {
  const { frame, told } = await openFramed()
  await frame.getByText('I do not want to sign').click()
  await frame.getByRole('button', { name: 'Decline' }).click()
  await expect.poll(told).toEqual([expect.stringMatching(/^viewed/), expect.stringMatching(/^declined/)])
})
