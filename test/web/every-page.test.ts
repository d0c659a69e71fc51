import { readFileSync } from 'node:fs'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findFaultsInBoth, keepAxe } from '../support/accessibility.ts'
import { desktop, phone } from '../support/browser.ts'
import { readClipped } from '../support/clipped.ts'
import { allAreShown, answerIn, leadOn, readShifts } from '../support/late-answers.ts'
import { newContext } from '../support/organization.ts'
import { newPerson, password } from '../support/people.ts'
import { keepPicture } from '../support/pictures.ts'
import { openAppAs, openPage } from '../support/web-browser.ts'
import { prepareTour } from '../support/web-tour.ts'

// Every pair of size and language is shown, with its answers in another order. Half of them are looked at closely, in the
// two schemes of colours: so every pair of size, language and scheme is seen. One of them loads each page anew. In the others
// a link leads to it, which asks for the same, and leaves out what every page loads again: the frame.
const rows = [
  { size: 'desktop', locale: 'en-GB', order: 'first first', isLookedAt: true, isLoaded: false },
  { size: 'phone', locale: 'fr-FR', order: 'last first', isLookedAt: true, isLoaded: false },
  { size: 'desktop', locale: 'fr-FR', order: 'overtaking', isLookedAt: false, isLoaded: true },
  { size: 'phone', locale: 'en-GB', order: 'overtaking', isLookedAt: false, isLoaded: false },
] as const
type Row = (typeof rows)[number]
type Shifts = { asks: number; shifted: number; moved: string[] }

// Every path of the app, so that a page without a test is found here.
const addresses = [...readFileSync('web/app/pages.ts', 'utf8').matchAll(/path: '(.+?)'/g)]
  .map(([, path]) => path)
  .sort()
const anId = /\/[^/]+[-_][\da-f_]{20,}$/

const world = prepareWorld()

/** One organization that gives every page something to show, and a person of it. */
async function prepareWorld() {
  const ctx = await newContext({ now: new Date() })
  const person = await newPerson(ctx.organizationId)
  return { person, tour: await prepareTour(ctx, person.id) }
}

test('the tour leads to every page of the app', async () => {
  const { tour } = await world
  expect([...new Set(tour.map(([, path]) => path.replace(anId, '/$id')))].sort()).toEqual(addresses)
})

test.each(rows)(
  'every page is accessible, quiet, no wider than a $size in $locale, cuts off no word, and does not jump when answers come $order',
  async (row) => {
    const { person, tour } = await world
    const { openTab, page, url } = await openAppAs(person, optionsOf(row))
    const faults: string[] = []
    const tabs = [page, await openTab(), await openTab()]
    // A page mostly waits for its answers, so the tabs are walked through at once. Neighbours of the tour share some of what
    // they ask for, and each is in another tab.
    const walk = async (tab: Page, first: number) => {
      await tab.addInitScript(answerIn(row.order))
      if (row.isLookedAt) await keepAxe(tab)
      for (const [index, [name, path]] of tour.entries()) {
        if (index % tabs.length !== first) continue
        if (row.isLoaded || index === first) await tab.goto(url + path)
        else await tab.evaluate(leadOn(path))
        faults.push(...(await faultsOf(tab, row, name)))
      }
    }
    await Promise.all(tabs.map(walk))
    expect(faults).toEqual([])
  },
  180_000,
)

test.each(rows)(
  'the sign-in is accessible, quiet, no wider than a $size in $locale, cuts off no word, and does not jump when answers come $order',
  async (row) => {
    const { page, url } = await openPage(optionsOf(row))
    await page.addInitScript(answerIn(row.order))
    await page.goto(`${url}/sign-in`)
    expect(await faultsOf(page, row, 'sign-in')).toEqual([])
  },
)

function optionsOf({ size, locale }: Row): BrowserContextOptions {
  const isPhone = size === 'phone'
  const motion = { reducedMotion: 'no-preference', colorScheme: 'light' } as const
  return { viewport: isPhone ? phone : desktop, isMobile: isPhone, hasTouch: isPhone, locale, ...motion }
}

async function faultsOf(page: Page, { size, isLookedAt }: Row, name: string): Promise<string[]> {
  await page.evaluate(allAreShown)
  const faults = isLookedAt
    ? await findFaultsInBoth(page, (scheme) => keepPicture(page, `${name}-${size}-${scheme}`))
    : []
  const wide = await page.evaluate<number>('document.scrollingElement.scrollWidth - innerWidth')
  if (wide > 0) faults.push(`scrolls sideways by ${wide} px`)
  faults.push(...(await page.evaluate<string[]>(readClipped)))
  const { asks, shifted, moved } = await page.evaluate<Shifts>(readShifts)
  if (asks === 0) faults.push('asks for nothing, so nothing of it came late')
  if (shifted > 0.02) faults.push(`shifts by ${shifted}: ${moved.join(' | ')}`)
  return faults.map((fault) => `${name}: ${fault}`)
}

const zoomed = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }
// In ms, for a dialog with its contents.
const longestMotion = `Math.max(0, ...[...document.querySelectorAll('[role=dialog], [role=dialog] *')].map((one) => {
  const { transitionDuration, animationDuration } = getComputedStyle(one)
  return Math.max(parseFloat(transitionDuration), parseFloat(animationDuration)) * 1000
}))`

test('a person signs in, makes a key and revokes it at 200 %, by keyboard alone and without motion', async () => {
  const { email } = await newPerson((await newContext()).organizationId)
  const { page, url } = await openPage(zoomed)
  await page.goto(`${url}/settings/integrations`)
  await typeAt(page, page.getByLabel('E-mail'), email)
  await typeAt(page, page.getByLabel('Password'), `${password}\n`)
  await press(page, page.getByRole('button', { name: 'Create API key' }))
  const dialog = page.getByRole('dialog')
  await typeAt(page, dialog.getByLabel('Name'), 'Back office\n')
  expect(await page.evaluate<number>(longestMotion)).toBeLessThanOrEqual(1)
  await press(page, dialog.getByRole('button', { name: 'I have copied it' }))
  // The dialog returns the focus, and gets the keys until then.
  await page.getByRole('button', { name: 'Create API key' }).and(page.locator(':focus')).waitFor()
  await press(page, page.getByRole('row', { name: 'Back office' }).getByRole('button', { name: 'Revoke' }))
  await press(page, dialog.getByRole('button', { name: 'Revoke' }))
  await page.getByText('No API key yet').waitFor()
  // The row from which it was opened is gone.
  await page.locator('main:focus').waitFor()
  expect(await page.evaluate<number>('document.scrollingElement.scrollWidth')).toBe(640)
})

/** Goes to an element with Tab. Fails when Tab does not reach it. */
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
