import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { sharedBrowser } from './browser.ts'

// What it has loaded of the app a browser keeps ready: who has it next waits half as long for a page.
const idle = new Map<string, BrowserContext[]>()
const isOf = (browser: Browser) => (context: BrowserContext) => browser.isConnected() && context.browser() === browser

/** A browser of these options that nobody is at, knows nobody, and keeps nothing that a page at `origin` has stored. */
export async function takeContext(options: BrowserContextOptions, origin: string): Promise<BrowserContext> {
  const browser = await sharedBrowser()
  const waiting = (idle.get(JSON.stringify(options)) ?? []).filter(isOf(browser))
  const found = waiting.pop()
  idle.set(JSON.stringify(options), waiting)
  if (!found) return browser.newContext(options)
  const page = await found.newPage()
  const devtools = await found.newCDPSession(page)
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb,cache_storage' })
  await page.close()
  return found
}

/** Closes its pages, forgets who was there, and keeps the browser for the next. */
export async function giveBackContext(context: BrowserContext, options: BrowserContextOptions): Promise<void> {
  for (const page of context.pages()) await page.close()
  await context.clearCookies()
  await context.setOffline(false)
  const key = JSON.stringify(options)
  idle.set(key, [...(idle.get(key) ?? []), context])
}
