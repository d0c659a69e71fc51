import type { BrowserContext, Page } from 'playwright-core'

export type CeremonyOptions = {
  url: string
  lastName: string
  signature: 'typed' | 'drawn'
  /** Called at each page, for a screenshot or a check. */
  atPage?: (page: Page, name: string) => Promise<void>
}

/**
 * A person goes through the demo agreement's ceremony: reads, says who they are, consents, gives details, fills in,
 * signs, and waits for the document. Returns the page and the bytes of the PDF.
 */
export async function playCeremony(
  context: BrowserContext,
  options: CeremonyOptions,
): Promise<{ page: Page; pdf: Buffer }> {
  const page = await context.newPage()
  const at = async (name: string) => options.atPage?.(page, name)
  await page.goto(options.url)
  await at('1-read')
  await page.getByLabel('Full name').fill(`Robin ${options.lastName}`)
  await page.getByLabel('E-mail address').fill('robin@example.com')
  await page.getByLabel(/electronic records/i).check()
  await goOn(page, () => page.getByRole('button', { name: 'Continue' }).click())
  await consent(page, 'background', at)
  await consent(page, 'biometrics', at)
  await giveDetails(page, options.lastName, at)
  await page.getByLabel('Full name').first().fill(`Robin ${options.lastName}`)
  await page.getByLabel('First day of work').fill('2026-12-01')
  await page.getByLabel('I have read the safety rules').check()
  await (options.signature === 'typed' ? typeName(page, options.lastName) : draw(page))
  await at('5-sign')
  await page.getByRole('button', { name: 'Sign the agreement' }).click()
  await page.getByRole('heading', { name: /^Signed/ }).waitFor()
  await at('6-done')
  const link = await page.getByRole('link', { name: 'Download the signed PDF' }).getAttribute('href')
  const response = await context.request.get(new URL(link ?? '', page.url()).href)
  return { page, pdf: await response.body() }
}

/** Does what leads to the next page, and waits for it: forms go by script, which a click does not wait for. */
async function goOn(page: Page, act: () => Promise<void>): Promise<void> {
  await page.evaluate(`document.documentElement.setAttribute('data-left', '')`)
  await act()
  await page.locator('html:not([data-left]) main').waitFor()
}

async function consent(page: Page, name: string, at: (name: string) => Promise<void>): Promise<void> {
  let part = 1
  await at(`2-consent-${name}-${part}`)
  while (await page.getByRole('link', { name: 'Continue' }).isVisible()) {
    await goOn(page, () => page.getByRole('link', { name: 'Continue' }).click())
    part += 1
    await at(`2-consent-${name}-${part}`)
  }
  await page.getByRole('checkbox').check()
  await page.getByLabel(/Type your full name/).fill('Robin')
  await goOn(page, () => page.getByRole('button', { name: 'I agree' }).click())
}

async function giveDetails(page: Page, lastName: string, at: (name: string) => Promise<void>): Promise<void> {
  await page.getByLabel('First name').fill('Robin')
  await page.getByLabel('Last name').fill(lastName)
  await page.getByLabel('Date of birth').fill('1990-04-12')
  await page.getByLabel('Social Security Number').fill('529-83-1274')
  await page.getByLabel('Street and number').fill('1 Main Street')
  await page.getByLabel('City').fill('Oakland')
  await page.getByLabel('State').selectOption('CA')
  await page.getByLabel('ZIP code').fill('94601')
  await at('4-details')
  await goOn(page, () => page.getByRole('button', { name: 'Continue' }).click())
}

async function typeName(page: Page, lastName: string): Promise<void> {
  await page.getByLabel('Type your full name as your signature').fill(`Robin ${lastName}`)
}

async function draw(page: Page): Promise<void> {
  await page.getByLabel('Draw it').check()
  const canvas = page.getByRole('img', { name: 'Your drawn signature' })
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
