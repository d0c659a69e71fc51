import type { Browser } from 'playwright-core'
import { openBrowser } from '../test/support/browser.ts'
import type { Case } from './result.ts'
import { type Ceiling, serveCeiling } from './web/ceiling.ts'
import { type Look, newContext, openPage, scrollToEnd, spendOf, typeIntoFilter } from './web/page.ts'
import { type Served, serveWorld } from './web/world.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const [slow, quick] = [4, 1]
const places = { ours: '/verifications', script: '/', table: '/table' } as const

type Side = 'ours' | 'peer'
type World = { browser: Browser; served: Served; ceiling: Ceiling }
type Samples = Map<string, Case>

/**
 * The list of verifications in Chromium: the time until it is interactive, its longest frame while it scrolls, and the
 * time of its filter. The peers are the least that a browser can do: equal script, and a plain table. The time of the
 * main thread is measured too, because other work does not change it.
 */
export async function run(only: readonly string[]): Promise<Case[]> {
  const wants = (name: string) => only.length === 0 || only.includes(name)
  const served = await serveWorld()
  const browser = await openBrowser()
  const ceiling = await serveCeiling(await scriptBytes(browser, served))
  const world = { browser, served, ceiling }
  const samples: Samples = new Map()
  try {
    for (let round = 0; round < rounds; round += 1) {
      if (wants('load')) for (const side of ['ours', 'peer'] as const) await load(world, side, samples)
      if (wants('scroll')) for (const side of ['ours', 'peer'] as const) await scroll(world, side, samples)
    }
  } finally {
    await browser.close()
    await ceiling.stop()
    await served.stop()
  }
  return [...samples.values()]
}

function add(samples: Samples, side: Side, name: string, value: number, unit = 'ms'): void {
  const one = samples.get(name) ?? { case: name, ours: [], peer: [], unit, better: 'lower' }
  one[side].push(value)
  samples.set(name, one)
}

async function contextOf({ browser, served, ceiling }: World, side: Side) {
  const url = side === 'ours' ? served.url : ceiling.url
  return { url, context: await newContext(browser, url, side === 'ours' ? await served.signIn() : []) }
}

async function load(world: World, side: Side, samples: Samples): Promise<void> {
  const { url, context } = await contextOf(world, side)
  const address = url + (side === 'ours' ? places.ours : places.script)
  const tell = (what: string, look: Look) => {
    add(samples, side, `${what}, until interactive`, look.interactiveMs)
    add(samples, side, `${what}, processor time`, look.cpuMs)
    add(samples, side, `${what}, of that script`, look.scriptMs)
    add(samples, side, `${what}, of that styles and layout`, look.layoutMs)
    add(samples, side, `${what}, requests`, look.requests, 'requests')
  }
  for (const what of ['cold, processor 4 times slower', 'warm, processor 4 times slower']) {
    const { page, look } = await openPage(context, address, slow)
    tell(what, look)
    await page.close()
  }
  await context.close()
}

async function scroll(world: World, side: Side, samples: Samples): Promise<void> {
  const { url, context } = await contextOf(world, side)
  for (const slower of [quick, slow]) {
    const { page, cdp } = await openPage(context, url + (side === 'ours' ? places.ours : places.table), slower)
    await page.waitForTimeout(1_000)
    const about = slower === 1 ? '1,000 rows' : '1,000 rows, processor 4 times slower'
    add(samples, side, `${about}, longest time from a key in the filter to its drawing`, await typeIntoFilter(page))
    await page.locator('input[type=search]').first().fill('')
    await page.waitForTimeout(1_000)
    let frames: number[] = []
    const spent = await spendOf(cdp, async () => {
      frames = await scrollToEnd(page)
    })
    add(samples, side, `${about}, longest frame`, Math.max(...frames))
    add(samples, side, `${about}, frames over 50 ms`, frames.filter((ms) => ms > 50).length, 'frames')
    add(samples, side, `${about}, processor time a frame`, spent / frames.length)
    await page.close()
  }
  await context.close()
}

/** The size of the script that our page has loaded when it is interactive, before compression. */
async function scriptBytes(browser: Browser, served: Served): Promise<number> {
  const context = await newContext(browser, served.url, await served.signIn())
  const { page } = await openPage(context, served.url + places.ours, quick)
  const sum = await page.evaluate<number>(
    "performance.getEntriesByType('resource').filter((one) => one.name.endsWith('.js')).reduce((sum, one) => sum + one.decodedBodySize, 0)",
  )
  await context.close()
  return sum
}
