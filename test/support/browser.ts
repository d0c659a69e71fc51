import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

// The first is Chromium without the parts for windows. It does the same work in half the time.
const candidates = [
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/**
 * A real browser without a window, with its own profile, and with more arguments if given. Throws with advice when the
 * machine has no browser.
 */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? candidates.find((path) => existsSync(path))
  if (!executablePath)
    throw new Error(
      'No Chromium here. Install it (apt-get install chromium-headless-shell), or set CHROMIUM to its path.',
    )
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })
}

// Pages of tests do not live long enough for optimizing compilers to pay off; these take an eighth of the browser's
// work, and the threads of the collector another tenth. Drawing needs no separate process where no graphics card can fail.
const forShortPages = ['--js-flags=--no-opt --no-maglev --single-threaded-gc', '--in-process-gpu']

let shared: Promise<Browser> | undefined

/** The one browser of this worker. It starts with the first test that needs it, and ends with the worker. */
export async function sharedBrowser(): Promise<Browser> {
  if (!(await shared)?.isConnected()) shared = openBrowser(forShortPages)
  return shared as Promise<Browser>
}

/**
 * A separate context of a browser, by default of the shared one. It waits for a page nearly as long as a test may last,
 * because the machine may be busy.
 */
export async function openContext(options: BrowserContextOptions, browser?: Browser): Promise<BrowserContext> {
  const context = await (browser ?? (await sharedBrowser())).newContext(options)
  context.setDefaultTimeout(100_000)
  return context
}

export const phone = { width: 390, height: 844 }
export const desktop = { width: 1280, height: 900 }
