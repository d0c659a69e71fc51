import { expect, onTestFinished, test } from 'vitest'
import { findFaults, findFaultsInBoth } from '../support/accessibility.ts'
import { sharedBrowser } from '../support/browser.ts'

const faint = (words: string) => `<p style="color: #bbb; background: #fff">${words}</p><button></button>`
const dialog = `<div role="dialog" aria-modal="true" aria-label="A question">${faint('Within')}</div>`
const pageOf = (inside: string) =>
  `<html lang="en"><title>A page</title><main><h1>A page</h1>${faint('Behind')}</main>${inside}</html>`

const count = (faults: readonly string[], rule: string) =>
  faults.filter((fault) => fault.includes(`${rule}: `)).map((fault) => fault.split('\n').length)

test('colours are looked at in a dialog and not behind it, everything else in both, and all of it without a dialog', async () => {
  const page = await (await sharedBrowser()).newPage()
  onTestFinished(() => page.close())
  await page.setContent(pageOf(dialog))
  const faults = await findFaultsInBoth(page)
  expect([count(faults, 'color-contrast'), count(faults, 'button-name')]).toEqual([[1, 1], [2]])
  expect(faults.join()).not.toContain('Behind')
  await page.setContent(pageOf(''))
  expect((await findFaults(page)).join()).toContain('Behind')
})
