import { isDeepStrictEqual } from 'node:util'
import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core'
import { openContext, sharedBrowser } from './browser.ts'

/** A separate browser context that nobody uses, that has no session and that stores nothing of earlier pages. */
export type Seat = {
  context: BrowserContext
  /** Opens a new tab. It need not read again the parts of the app that earlier tabs have read. */
  openTab(): Promise<Page>
  /** Closes its tabs, deletes its session, and keeps the browser for the next test. */
  leave(): Promise<void>
}

type Kept = { context: BrowserContext; first: Page; devtools: CDPSession }

const idle = new Map<string, Kept[]>()
const isOf = (browser: Browser) => (kept: Kept) => browser.isConnected() && kept.context.browser() === browser

// The options that apply to a page alone. One browser serves pages with any of them.
type OfPage = Pick<BrowserContextOptions, 'viewport' | 'reducedMotion' | 'colorScheme' | 'timezoneId'>

/**
 * A seat in a browser with these options, for pages of the server of `home`. Sizes, time zones, colours and motion are
 * set for each page, so one browser serves all of them.
 */
export async function takeSeat(options: BrowserContextOptions, home: string): Promise<Seat> {
  const browser = await sharedBrowser()
  const { viewport, reducedMotion, colorScheme, timezoneId, ...rest } = options
  const key = JSON.stringify([home, Object.entries(rest).filter(isSaid).sort()])
  const waiting = (idle.get(key) ?? []).filter(isOf(browser))
  const kept = waiting.pop() ?? (await openFirst(browser, { ...rest, ...(viewport && { viewport }) }, home))
  idle.set(key, waiting)
  const { context, first } = kept
  return {
    context,
    async openTab() {
      const page = await openTab(first)
      await shapePage(page, options)
      return page
    },
    async leave() {
      await forget(kept, new URL(home).origin)
      idle.set(key, [...(idle.get(key) ?? []), kept])
    },
  }
}

const isSaid = ([name, value]: [string, unknown]) =>
  value !== undefined && value !== false && !(name === 'deviceScaleFactor' && value === 1)

async function shapePage(page: Page, options: OfPage): Promise<void> {
  const { viewport, timezoneId, reducedMotion = null, colorScheme = null } = options
  if (viewport && !isDeepStrictEqual(page.viewportSize(), viewport)) await page.setViewportSize(viewport)
  await page.emulateMedia({ reducedMotion, colorScheme })
  // The time zone stays until the page is closed.
  if (timezoneId) await (await page.context().newCDPSession(page)).send('Emulation.setTimezoneOverride', { timezoneId })
}

// A tab that another tab has opened shares its process and its scripts, so pages of the app load in half the time. So
// the first tab stays open, at a page that makes no requests.
async function openFirst(browser: Browser, options: BrowserContextOptions, home: string): Promise<Kept> {
  const context = await openContext(options, browser)
  const first = await context.newPage()
  await first.goto(home)
  return { context, first, devtools: await context.newCDPSession(first) }
}

async function openTab(first: Page): Promise<Page> {
  const opened = first.waitForEvent('popup')
  await first.evaluate(`void open('about:blank')`)
  return opened
}

async function forget({ context, first, devtools }: Kept, origin: string): Promise<void> {
  const tabs = context.pages().filter((page) => page !== first)
  await Promise.all(tabs.map((page) => page.close()))
  await context.clearCookies()
  await context.setOffline(false)
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb,cache_storage' })
}
