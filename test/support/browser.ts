import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

// The first is Chromium without all that a window needs: the same pages take half the work.
const candidates = [
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** A real browser without a window, in a profile of its own, with more arguments where they are given. Throws with the mend when there is none. */
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

// No page of a test lives for so long that its script repays the compilers that make it quicker: they take an eighth of the browser's work.
// What draws needs no process of its own where no graphics card can fail.
const forShortPages = ['--js-flags=--no-opt --no-maglev', '--in-process-gpu']

let shared: Promise<Browser> | undefined

/** The one browser of this worker, started with the first test that needs it. It goes with the worker. */
export async function sharedBrowser(): Promise<Browser> {
  if (!(await shared)?.isConnected()) shared = openBrowser(forShortPages)
  return shared as Promise<Browser>
}

/** Somebody's own part of a browser, by default of the shared one, who waits for a page of a busy machine nearly as long as a test may last. */
export async function openContext(options: BrowserContextOptions, browser?: Browser): Promise<BrowserContext> {
  const context = await (browser ?? (await sharedBrowser())).newContext(options)
  context.setDefaultTimeout(100_000)
  return context
}

export const phone = { width: 390, height: 844 }
export const desktop = { width: 1280, height: 900 }
