import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { desktop } from '../../test/support/browser.ts'

/** One look at a page: ms of the clock, and ms of processor time on the page's main thread. */
export type Look = {
  /** The time until the first row is drawn and the page can react to a press. */
  interactiveMs: number
  cpuMs: number
  scriptMs: number
  layoutMs: number
  requests: number
}

// Reports when a row is drawn and a later task has run.
const awaitFirstRow = `window.interactive = new Promise((resolve) => {
  const watch = new MutationObserver(() => {
    if (!document.querySelector('tbody tr td')) return
    watch.disconnect()
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
  })
  watch.observe(document, { childList: true, subtree: true })
})`

/** A new browser context. Its store contains only the cookies. */
export async function newContext(
  browser: Browser,
  url: string,
  cookies: { name: string; value: string }[],
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: desktop, locale: 'en-GB' })
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, url })))
  return context
}

/** Opens an address in a new page, with a processor that is slower by this factor. */
export async function openPage(context: BrowserContext, url: string, slower: number) {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.addInitScript(awaitFirstRow)
  const before = await readMetrics(cdp)
  await page.goto(url, { waitUntil: 'commit' })
  const interactiveMs = await page.evaluate<number>('interactive')
  const after = await readMetrics(cdp)
  const spent = (name: string) => 1_000 * ((after.get(name) ?? 0) - (before.get(name) ?? 0))
  const look: Look = {
    interactiveMs,
    cpuMs: spent('TaskDuration'),
    scriptMs: spent('ScriptDuration'),
    layoutMs: spent('LayoutDuration') + spent('RecalcStyleDuration'),
    requests: await page.evaluate<number>("performance.getEntriesByType('resource').length"),
  }
  return { page, cdp, look }
}

async function readMetrics(cdp: CDPSession): Promise<Map<string, number>> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}

/** The processor time of some work on the main thread, in ms. */
export async function spendOf(cdp: CDPSession, work: () => Promise<unknown>): Promise<number> {
  const before = await readMetrics(cdp)
  await work()
  const after = await readMetrics(cdp)
  return 1_000 * ((after.get('TaskDuration') ?? 0) - (before.get('TaskDuration') ?? 0))
}

// Scrolls as a wheel does: a step in every frame, to the end of the list, which loads more rows on the way.
const scroll = `new Promise((resolve) => {
  const frames = []
  let before = performance.now()
  let rest = 10
  const step = (now) => {
    frames.push(now - before)
    before = now
    const { scrollHeight } = document.documentElement
    if (scrollY + innerHeight >= scrollHeight - 2) rest -= 1
    scrollBy(0, 240)
    if (rest > 0) requestAnimationFrame(step)
    else resolve(frames.slice(2))
  }
  requestAnimationFrame(step)
})`

/** Scrolls a list to its end, and returns the time of each frame in ms. */
export function scrollToEnd(page: Page): Promise<number[]> {
  return page.evaluate<number[]>(scroll)
}

const watchKeys = `window.delays = []
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.name.startsWith('key')) window.delays.push(entry.duration)
}).observe({ type: 'event', durationThreshold: 16 })`

/** Types into the filter of the list, and returns the longest time from a key to its drawing, in ms. */
export async function typeIntoFilter(page: Page): Promise<number> {
  await page.evaluate(watchKeys)
  await page.locator('input[type=search]').first().focus()
  for (const key of 'shanghai') {
    await page.keyboard.press(key)
    await page.waitForTimeout(120)
  }
  await page.waitForTimeout(500)
  // The browser does not report times below 16 ms.
  return Math.max(16, ...(await page.evaluate<number[]>('delays')))
}
