import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright-core'
import { expect } from 'vitest'

const schemes = ['light', 'dark'] as const
type Scheme = (typeof schemes)[number]

// The rules that colours can break. Bright and dark pages differ in nothing else.
const rulesOfColours = ['color-contrast', 'link-in-text-block']

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const setUp = `${source}; axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })`

/** axe must be in each frame to see into it. Loading it takes a page long, so it is sent once. */
async function bringAxe(frame: Frame): Promise<void> {
  if (!(await frame.evaluate<boolean>('"axe" in window || window.bringAxe?.() === true'))) await frame.evaluate(setUp)
}

/** For a tab in which axe looks at many pages. The browser compiles axe once for all of them. */
export async function keepAxe(page: Page): Promise<void> {
  await page.addInitScript(`window.bringAxe = () => { ${setUp}; return true }`)
}

// Everything behind a dialog is dimmed. Its colours are judged when the dialog is closed.
const inDialog = {
  'color-contrast': '[aria-modal=true] *',
  'link-in-text-block': '[aria-modal=true] a[href], [aria-modal=true] [role=link]',
}
const anywhere = { 'color-contrast': '*', 'link-in-text-block': 'a[href], [role=link]' }
const rulesAt = (selectors: Record<string, string>) =>
  JSON.stringify({ rules: Object.entries(selectors).map(([id, selector]) => ({ id, selector })) })

type Rules = { only?: readonly string[]; except?: readonly string[]; withoutFrames?: boolean }

function look({ only, except = [], withoutFrames = false }: Rules): string {
  const rules = Object.fromEntries(except.map((id) => [id, { enabled: false }]))
  // A frame that was reloaded never answers, and axe would wait a minute for it.
  const own = { rules, ...(only ? { runOnly: only } : {}) }
  // The only rule that needs the style sheets again is not used.
  const options = {
    resultTypes: ['violations'],
    preload: { assets: ['media'] },
    frameWaitTime: 5_000,
    iframes: !withoutFrames,
    ...own,
  }
  return `(async (dialog) => {
    axe.configure(dialog ? ${rulesAt(inDialog)} : ${rulesAt(anywhere)})
    const { violations } = await axe.run(${only ? 'dialog ?? document' : 'document'}, ${JSON.stringify(options)})
    return violations.map(({ id, nodes }) =>
      id + ': ' + nodes.map(({ html, any }) => html + ' ' + (any[0]?.message ?? '')).join('\\n'))
  })(document.querySelector('[aria-modal=true]'))`
}

/**
 * The findings of axe for a page, or for its dialog and everything behind it, one line for each rule. Looks again when
 * a frame is reloaded meanwhile.
 */
export async function findFaults(page: Page, rules: Rules = {}): Promise<string[]> {
  let shownAnew = 0
  const heed = () => void shownAnew++
  page.on('framenavigated', heed)
  try {
    for (let tries = 5; ; tries--) {
      const before = shownAnew
      for (const frame of rules.withoutFrames ? [page.mainFrame()] : page.frames())
        await Promise.race([bringAxe(frame), page.waitForTimeout(3_000)])
      const faults = await page.evaluate<string[]>(look(rules))
      if (shownAnew === before || tries === 1) return faults
    }
  } finally {
    page.off('framenavigated', heed)
  }
}

/** What axe finds against a page, bright and dark; `see` looks at it in each of the two. */
export async function findFaultsInBoth(page: Page, see = async (_: Scheme) => {}): Promise<string[]> {
  const isOfApp = await page.evaluate<boolean>(`document.documentElement.hasAttribute('${attribute}')`)
  // The frames of the app use the browser's colours, and stay bright when the app is dark.
  const rulesOf = { light: {}, dark: { only: rulesOfColours, withoutFrames: isOfApp } }
  const faults: string[] = []
  for (const scheme of schemes) {
    await setScheme(page, scheme, isOfApp)
    const found = await findFaults(page, rulesOf[scheme])
    faults.push(...found.map((fault) => `${scheme} ${fault}`))
    await see(scheme)
  }
  await setScheme(page, 'light', isOfApp)
  return faults
}

/** Axe finds nothing against the page as it stands, bright and dark. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await findFaultsInBoth(page)).toEqual([])
}

// A colour that fades between the schemes belongs to neither, so fades are finished, with those that begin at the end
// of others. Endless animations stay.
const endFades = `for (let rounds = 0; rounds < 20; rounds++)
  for (const one of document.getAnimations())
    if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish()`

// The app names its scheme. The pages of the ceremony have the browser's.
const attribute = 'data-mantine-color-scheme'

async function setScheme(page: Page, scheme: Scheme, isOfApp: boolean): Promise<void> {
  if (isOfApp) await page.evaluate(`document.documentElement.setAttribute('${attribute}', '${scheme}')`)
  else await page.emulateMedia({ colorScheme: scheme })
  await page.evaluate(endFades)
}
