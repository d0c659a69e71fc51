import { once } from 'node:events'
import { createServer } from 'node:http'
import type { BrowserContext, BrowserContextOptions, FrameLocator, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { updateOrganization } from '../../src/core/accounts/index.ts'
import { openContext, phone } from './browser.ts'
import { takeSeat } from './browser-contexts.ts'
import { listenWithPages, newSigning, type Signing } from './signing.ts'
import { findForm } from './visitor.ts'

/**
 * The page of a person who has opened a link on a phone and given their name. `input` is the agreement. Each person has
 * their own browser.
 */
export async function openSigningPage(
  options: BrowserContextOptions = {},
  input?: Parameters<typeof newSigning>[0],
): Promise<Signing & { page: Page }> {
  const signing = await newSigning(input)
  const origin = await listenWithPages()
  const all = { viewport: phone, isMobile: true, hasTouch: true, ...options }
  const { context, openTab, leave } = await takeSeat(all, `${origin}/agree/embed.js`)
  // Open pages continue to work, and would slow down each next test.
  onTestFinished(leave)
  const page = await openTab()
  await page.goto(await enter(context, origin, signing.base))
  return { ...signing, page }
}

/** Sends the form of the first page with the signer's name, without showing it. Returns its target. */
async function enter({ request }: BrowserContext, origin: string, base: string): Promise<string> {
  const first = await request.get(origin + base)
  const { action = '', hidden } = findForm(await first.text(), 'identify')
  const form = { ...hidden, name: 'Robin Clear', email: 'robin@example.com', electronic_records: 'true' }
  const headers = { 'sec-fetch-site': 'same-origin' }
  return (await request.post(new URL(action, first.url()).href, { form, headers })).url()
}

/** A page of another site that shows an agreement in a frame as docs/embedding.md says. `told` has its messages. */
export async function openFramed(): Promise<Signing & { page: Page; frame: FrameLocator; told(): Promise<string[]> }> {
  const signing = await newSigning()
  // A browser treats two names of this machine as two sites.
  const ours = (await listenWithPages()).replace('127.0.0.1', 'localhost')
  const host =
    await serveHtml(`<!doctype html><html lang="en"><title>A shop</title><main><h1>Your order</h1><div id="agreement"></div></main>
<script src="${ours}/agree/embed.js"></script>
<script>window.told = []; Sealane.open('${ours}${signing.base}?order=7', { into: '#agreement', title: 'Your lease', on: (event) => told.push(event) })</script>`)
  await updateOrganization(signing.ctx, { embeddingOrigins: [host] })
  const context = await openContext({ viewport: phone })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(host)
  const told = () => page.evaluate<string[]>('told.map(({ type, submission_id }) => [type, submission_id].join(" "))')
  return { ...signing, page, frame: page.frameLocator('iframe'), told }
}

async function serveHtml(html: string): Promise<string> {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
}

/** Gives the signer's name on the first page. */
export async function identify(page: Page | FrameLocator): Promise<void> {
  await page.getByLabel('Full name').fill('Robin Clear')
  await page.getByLabel('E-mail address').fill('robin@example.com')
  await page.getByLabel('I agree to use electronic records and signatures').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { name: 'Fill in and sign' }).waitFor()
}

/** Fills in the fields of `simpleAgreement`. */
export async function fillIn(page: Page | FrameLocator): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill('Robin')
  await page.getByLabel('From').fill('2026-04-01')
  await page.getByLabel('I agree', { exact: true }).check()
}

/** Draws lines on the pad, as parts of its width and height. */
export async function draw(page: Page, ...lines: [x: number, y: number][][]): Promise<void> {
  await page.getByLabel('Draw it').check()
  const pad = page.getByRole('img', { name: 'Your drawn signature' })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('There is no pad.')
  for (const [first, ...rest] of lines) {
    const [x = 0, y = 0] = first ?? []
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height)
    await page.mouse.down()
    for (const [toX, toY] of rest)
      await page.mouse.move(box.x + toX * box.width, box.y + toY * box.height, { steps: 5 })
    await page.mouse.up()
  }
}

type Ink = Record<'left' | 'top' | 'right' | 'bottom' | 'ratio' | 'width' | 'height', number>

/** The visible ink on the pad, in CSS pixels, with the size of the pad and its ratio. */
export async function inkOnPad(page: Page): Promise<Ink> {
  await page.waitForLoadState('load') // the script of the pad has run by then
  return page.evaluate<Ink>(`(${findInk})(document.querySelector('[aria-label="Your drawn signature"]'))`)
}

// Runs in the browser.
const findInk = `(pad) => {
  const { width, height } = pad
  const { data } = pad.getContext('2d').getImageData(0, 0, width, height)
  const isInked = (from, to, step) => {
    for (let at = from; at < to; at += step) if (data[at * 4 + 3] >= 128) return true
    return false
  }
  // Searches from each side to the first ink, so that the middle need not be read.
  const isRow = (y) => isInked(y * width, (y + 1) * width, 1)
  const box = { left: width, top: 0, right: 0, bottom: 0 }
  while (box.top < height && !isRow(box.top)) box.top++
  if (box.top < height) {
    box.bottom = height
    while (!isRow(box.bottom - 1)) box.bottom--
    const isColumn = (x) => isInked(box.top * width + x, box.bottom * width, width)
    for (box.left = 0; !isColumn(box.left); box.left++);
    for (box.right = width; !isColumn(box.right - 1); box.right--);
  }
  const ratio = width / pad.clientWidth
  for (const side in box) box[side] = Math.round(box[side] / ratio)
  return { ...box, ratio, width: pad.clientWidth, height: pad.clientHeight }
}`
