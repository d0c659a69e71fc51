import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { desktop, phone } from '../support/browser.ts'
import { newContext } from '../support/organization.ts'
import { newPerson, password } from '../support/people.ts'
import { shrinkPng } from '../support/small-png.ts'
import { closeBrowser, openApp, openPage } from '../support/web-browser.ts'
import { prepareTour } from '../support/web-tour.ts'

afterAll(closeBrowser)

/** Where `npm run screenshots` wants its pictures; without it none are taken. */
const pictures = process.env.SEALANE_SCREENS

// Every pair of theme, size and language is in one of the rows.
const rows = [
  { colorScheme: 'light', size: 'desktop', locale: 'en-GB' },
  { colorScheme: 'light', size: 'phone', locale: 'fr-FR' },
  { colorScheme: 'dark', size: 'desktop', locale: 'fr-FR' },
  { colorScheme: 'dark', size: 'phone', locale: 'en-GB' },
] as const

// Every address that the app has: a page that is made and not looked at is found here.
const addresses = [...readFileSync('web/app/pages.ts', 'utf8').matchAll(/path: '(.+?)'/g)]
  .map(([, path]) => path)
  .sort()
const anId = /\/[^/]+[-_][\da-f_]{20,}$/

// The browser tells of what moved by itself; what moves by a press is not counted.
const countShifts = `window.shifted = 0
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value
}).observe({ type: 'layout-shift', buffered: true })`

test.each(rows)(
  'every page is accessible, quiet, steady and no wider than a $size, $colorScheme, in $locale',
  async (row) => {
    const viewport = row.size === 'phone' ? phone : desktop
    const { page, url, ctx, person } = await openApp('/', { ...row, viewport, isMobile: row.size === 'phone' })
    await page.addInitScript(countShifts)
    const faults: string[] = []
    const tour = await prepareTour(ctx, person.id)
    expect(tour.map(([, path]) => path.replace(anId, '/$id')).sort()).toEqual(addresses)
    for (const [name, path] of tour) {
      await page.goto(url + path)
      await settle(page)
      faults.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`))
      await keep(page, `${name}-${row.size}-${row.colorScheme}`)
    }
    expect(faults).toEqual([])
  },
  180_000,
)

test.each(rows)(
  'the sign-in is accessible, quiet, steady and no wider than a $size, $colorScheme, in $locale',
  async (row) => {
    const viewport = row.size === 'phone' ? phone : desktop
    const { page, url } = await openPage({ ...row, viewport, isMobile: row.size === 'phone' })
    await page.addInitScript(countShifts)
    await page.goto(`${url}/sign-in`)
    await settle(page)
    await keep(page, `sign-in-${row.size}-${row.colorScheme}`)
    expect(await faultsOf(page)).toEqual([])
  },
)

/** The page has its name, and nothing on it waits any more. */
async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await expect.poll(() => page.locator('.mantine-Loader-root').count()).toBe(0)
  await page.waitForTimeout(150)
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  const wide = await page.evaluate<number>('document.scrollingElement.scrollWidth - innerWidth')
  if (wide > 0) told.push(`scrolls sideways by ${wide} px`)
  const shifted = await page.evaluate<number>('window.shifted')
  return shifted > 0.02 ? [...told, `shifts by ${shifted}`] : told
}

async function keep(page: Page, name: string): Promise<void> {
  if (pictures) await writeFile(`${pictures}/${name}.png`, await shrinkPng(await page.screenshot()))
}

const zoomed = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }
// In ms, of a dialog and all that is in it.
const longestMotion = `Math.max(0, ...[...document.querySelectorAll('[role=dialog], [role=dialog] *')].map((one) => {
  const { transitionDuration, animationDuration } = getComputedStyle(one)
  return Math.max(parseFloat(transitionDuration), parseFloat(animationDuration)) * 1000
}))`

test('at 200 %, by keyboard alone and with nothing that moves, one signs in, makes a key and revokes it', async () => {
  const { email } = await newPerson((await newContext()).organizationId)
  const { page, url } = await openPage({ ...zoomed, reducedMotion: 'reduce' })
  await page.goto(`${url}/settings/integrations`)
  await typeAt(page, page.getByLabel('E-mail'), email)
  await typeAt(page, page.getByLabel('Password'), `${password}\n`)
  await press(page, page.getByRole('button', { name: 'Create API key' }))
  const dialog = page.getByRole('dialog')
  await typeAt(page, dialog.getByLabel('Name'), 'Back office\n')
  expect(await page.evaluate<number>(longestMotion)).toBeLessThanOrEqual(1)
  await press(page, dialog.getByRole('button', { name: 'I have copied it' }))
  await press(page, page.getByRole('row', { name: 'Back office' }).getByRole('button', { name: 'Revoke' }))
  await press(page, dialog.getByRole('button', { name: 'Revoke' }))
  await page.getByText('No API key yet').waitFor()
  expect(await page.evaluate<number>('document.scrollingElement.scrollWidth')).toBe(640)
})

/** Goes with Tab to what is named. Fails when it cannot be reached so. */
async function reach(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor()
  for (let steps = 0; steps < 60; steps++) {
    if ((await goal.and(page.locator(':focus')).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error('No key leads there.')
}

async function press(page: Page, goal: Locator): Promise<void> {
  await reach(page, goal)
  await page.keyboard.press('Enter')
}

async function typeAt(page: Page, goal: Locator, text: string): Promise<void> {
  await reach(page, goal)
  await page.keyboard.type(text)
}
