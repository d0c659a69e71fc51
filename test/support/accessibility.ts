import { source } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export const schemes = ['light', 'dark'] as const
export type Scheme = (typeof schemes)[number]

// All that the colours of a page can break: between bright and dark nothing else differs.
const rulesOfColours = ['color-contrast', 'link-in-text-block']

// It sees into frames as well, for which it must be in each.
const setUp = `if (!window.axe) {
  ${source}
  axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })
}`

const run = (rules: readonly string[] | null) => `axe
  .run(document, ${JSON.stringify({ resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) })})
  .then(({ violations }) => violations.map(({ id, nodes }) =>
    id + ': ' + nodes.map(({ html, any }) => html + ' ' + (any[0]?.message ?? '')).join('\\n')))`

/** What axe finds against a page as it stands, a line for each rule. */
export async function findFaults(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  for (const frame of page.frames()) await frame.evaluate(setUp)
  return page.evaluate<string[]>(run(rules))
}

/** What axe finds against a page, bright and dark; `see` looks at it in each of the two. */
export async function findFaultsInBoth(page: Page, see = async (_: Scheme) => {}): Promise<string[]> {
  const faults: string[] = []
  for (const scheme of schemes) {
    await setScheme(page, scheme)
    const found = await findFaults(page, scheme === 'light' ? null : rulesOfColours)
    faults.push(...found.map((fault) => `${scheme} ${fault}`))
    await see(scheme)
  }
  await setScheme(page, 'light')
  return faults
}

/** Axe finds nothing against the page as it stands, bright and dark. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await findFaultsInBoth(page)).toEqual([])
}

// A colour that still fades from one scheme to the other is neither's. What turns for ever is left out.
const fadesEnd = `Promise.all(document.getAnimations()
  .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
  .map((one) => one.finished.catch(() => undefined))).then(() => undefined)`

async function setScheme(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme })
  await page.evaluate(`document.documentElement.setAttribute('data-mantine-color-scheme', '${scheme}')`)
  await page.evaluate(fadesEnd)
}
