import type { BrowserContext, Page } from 'playwright-core'
import { type Language, texts } from '../../src/texts/index.ts'

export type CeremonyOptions = {
  url: string
  lastName: string
  signature: 'typed' | 'drawn'
  /** The language of the person's browser; English by default. */
  language?: Language
  /** Called at each page, for a screenshot or a check. */
  atPage?: (page: Page, name: string) => Promise<void>
}

/**
 * A person goes through the ceremony of the demo agreement: reads, gives their name, consents, gives details, fills in,
 * signs, and waits for the document. Returns the page and the bytes of the PDF.
 */
export async function playCeremony(
  context: BrowserContext,
  options: CeremonyOptions,
): Promise<{ page: Page; pdf: Buffer }> {
  const { ceremony: words } = texts[options.language ?? 'en']
  const page = await context.newPage()
  const at = async (name: string) => options.atPage?.(page, name)
  await page.goto(options.url)
  await at('1-read')
  await page.getByLabel(words.first.name).fill(`Robin ${options.lastName}`)
  await page.getByLabel(words.first.email).fill('robin@example.com')
  await page.getByRole('checkbox').check()
  await goOn(page, () => page.getByRole('button', { name: words.form.go_on }).click())
  await consent(page, words, 'background', at)
  await consent(page, words, 'biometrics', at)
  await giveDetails(page, words, options.lastName, at)
  await page.getByLabel('Full name').first().fill(`Robin ${options.lastName}`)
  await page.getByLabel('First day of work').fill('2026-12-01')
  await page.getByLabel('I have read the safety rules').check()
  await (options.signature === 'typed' ? typeName(page, words, options.lastName) : draw(page, words))
  await at('5-sign')
  await page.getByRole('button', { name: words.sign.button }).click()
  await page.getByRole('heading', { name: words.done.title({ name: `Robin ${options.lastName}` }) }).waitFor()
  await at('6-done')
  const link = await page.getByRole('link', { name: words.done.download }).getAttribute('href')
  const response = await context.request.get(new URL(link ?? '', page.url()).href)
  return { page, pdf: await response.body() }
}

/**
 * Does an act that leads to the next page, and waits for that page. A script sends the forms, and a click does not wait
 * for it.
 */
async function goOn(page: Page, act: () => Promise<void>): Promise<void> {
  await page.evaluate(`document.documentElement.setAttribute('data-left', '')`)
  await act()
  await page.locator('html:not([data-left]) main').waitFor()
  // The missing parts of a page are known only when the whole page is loaded.
  await page.waitForLoadState('load')
}

type Words = (typeof texts)['en']['ceremony']
type At = (name: string) => Promise<void>

async function consent(page: Page, words: Words, name: string, at: At): Promise<void> {
  let part = 1
  await at(`2-consent-${name}-${part}`)
  while (await page.getByRole('link', { name: words.form.go_on }).isVisible()) {
    await goOn(page, () => page.getByRole('link', { name: words.form.go_on }).click())
    part += 1
    await at(`2-consent-${name}-${part}`)
  }
  await page.getByRole('checkbox').check()
  await page.getByLabel(words.consent.type_name).fill('Robin')
  await goOn(page, () => page.getByRole('button', { name: words.consent.agree }).click())
}

async function giveDetails(page: Page, words: Words, lastName: string, at: At): Promise<void> {
  const { labels } = words.details
  await page.getByLabel(labels['legalName.first'], { exact: true }).fill('Robin')
  await page.getByLabel(labels['legalName.last']).fill(lastName)
  await page.getByLabel(labels.dateOfBirth).fill('1990-04-12')
  await page.getByRole('textbox', { name: labels.ssn }).fill('529-83-1274')
  await page.getByLabel(labels['address.street']).fill('1 Main Street')
  await page.getByLabel(labels['address.city']).fill('Oakland')
  await page.getByLabel(labels['address.state']).selectOption('CA')
  await page.getByLabel(labels['address.zip']).fill('94601')
  await at('4-details')
  await goOn(page, () => page.getByRole('button', { name: words.form.go_on }).click())
}

async function typeName(page: Page, words: Words, lastName: string): Promise<void> {
  await page.getByLabel(words.sign.type_name).fill(`Robin ${lastName}`)
}

async function draw(page: Page, words: Words): Promise<void> {
  await page.getByLabel(words.sign.draw).check()
  const canvas = page.getByRole('img', { name: words.sign.drawn })
  await canvas.scrollIntoViewIfNeeded()
  const box = await canvas.boundingBox()
  if (!box) throw new Error('The signing page shows no place to draw.')
  await page.mouse.move(box.x + 30, box.y + box.height * 0.6)
  await page.mouse.down()
  for (let step = 1; step <= 24; step++) {
    const across = box.x + 30 + (step / 24) * (box.width - 80)
    await page.mouse.move(across, box.y + box.height * (0.5 + 0.28 * Math.sin(step * 0.9)))
  }
  await page.mouse.up()
}
