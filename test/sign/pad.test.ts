import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goodFields } from '../support/signing.ts'
import { draw, fillIn, inkOnPad, openSigningPage } from '../support/signing-browser.ts'

const wave: [number, number][] = [
  [0.1, 0.5],
  [0.4, 0.1],
  [0.6, 0.9],
  [0.95, 0.4],
]
const tap: [number, number][] = [[0.5, 0.5]]
const upright = { width: 390, height: 844 }
const lying = { width: 844, height: 390 }
const sign = (page: Page) => page.getByRole('button', { name: 'Sign the agreement' }).click()
const drawingOf = (page: Page) => page.locator('input[name=signature_drawing]').inputValue()

test.each([1, 2, 3])('at ratio %d a line is a signature and one tap is not', async (deviceScaleFactor) => {
  const { page } = await openSigningPage({ deviceScaleFactor })
  await fillIn(page)
  await draw(page, tap, tap, tap)
  await sign(page)
  await page.getByRole('alert').getByText('Nothing is drawn yet').waitFor()
  await draw(page, wave)
  await sign(page)
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
})

test.each([1, 2, 3])(
  'at ratio %d turning the phone cuts nothing off, and no fault changes a drawing',
  async (ratio) => {
    const { page } = await openSigningPage({ deviceScaleFactor: ratio, viewport: lying })
    await draw(page, wave)
    const before = await inkOnPad(page)
    expect(before).toMatchObject({ ratio })
    await page.setViewportSize(upright)
    await expect.poll(async () => (await inkOnPad(page)).right).toBeLessThanOrEqual(390)
    const turned = await inkOnPad(page)
    const shape = (ink: typeof before) => (ink.right - ink.left) / (ink.bottom - ink.top)
    expect(shape(turned) / shape(before)).toBeCloseTo(1, 1)
    await page.setViewportSize(lying)
    await expect.poll(() => inkOnPad(page)).toEqual(before)
    for (const _round of [1, 2, 3]) {
      await sign(page)
      await page.locator('.faults').getByText('Tick this box to continue.').waitFor()
      await expect.poll(() => inkOnPad(page)).toEqual(before)
      await page.evaluate(`document.querySelector('.faults').remove()`)
    }
  },
)

test('lines before and after a turn of the phone are one drawing', async () => {
  const { page } = await openSigningPage({ deviceScaleFactor: 2, viewport: lying })
  await draw(page, wave)
  await page.setViewportSize(upright)
  await expect.poll(async () => (await inkOnPad(page)).width).toBeLessThanOrEqual(390)
  await draw(page, [
    [0.5, 0.95],
    [0.99, 0.95],
  ])
  const { strokes, width, height } = JSON.parse(await drawingOf(page))
  expect(strokes).toHaveLength(2)
  expect(strokes.flat().every((place: number, at: number) => place <= (at % 2 === 0 ? width : height))).toBe(true)
  const { right, bottom, ...pad } = await inkOnPad(page)
  expect([right <= pad.width, bottom <= pad.height, bottom > pad.height * 0.9]).toEqual([true, true, true])
})

test('a drawing and all typed values survive leaving and reopening the page', async () => {
  const { page } = await openSigningPage({ deviceScaleFactor: 3 })
  await fillIn(page)
  await draw(page, wave)
  const before = await inkOnPad(page)
  await page.goto('about:blank')
  await page.goBack()
  await expect.poll(() => inkOnPad(page)).toEqual(before)
  await page.reload()
  await expect.poll(() => inkOnPad(page)).toEqual(before)
  await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe(goodFields['field.name'])
})

test('a cleared pad sends nothing', async () => {
  const { page } = await openSigningPage()
  await draw(page, wave)
  await page.getByRole('button', { name: 'Clear' }).click()
  expect(await drawingOf(page)).toBe('')
  await page.reload()
  await page.getByLabel('Draw it').check()
  await expect.poll(() => inkOnPad(page)).toMatchObject({ right: 0, width: expect.any(Number) })
})

test('a line that a turn of the phone interrupts stays on the pad', async () => {
  const { page } = await openSigningPage()
  await draw(page, wave)
  await page.mouse.down()
  await page.mouse.move(120, 700, { steps: 4 })
  await page.locator('canvas').dispatchEvent('pointercancel', { pointerId: 1 })
  expect(JSON.parse(await drawingOf(page)).strokes).toHaveLength(2)
})
