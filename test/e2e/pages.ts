import { mkdir } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { readConfig } from '../../src/config.ts'
import { readCredentials } from '../../src/demo/organization.ts'
import { desktop, openBrowser, phone } from '../support/browser.ts'
import { openClient } from './api.ts'
import { playCeremony } from './ceremony.ts'

// `npm run pages -- <folder>`: takes a picture of every page of the demo organization's ceremony on the running server,
// on a phone and on a desktop, by day and by night. Look at them after a change of the pages.
const folder = process.argv[2] ?? '.sealane/pages'
const credentials = await readCredentials(readConfig().home)
if (!credentials) throw new Error('No demo organization was found. Start a server with: npm start')
const client = openClient(credentials)
const [link] = (await client.listAgreementLinks({})).items
if (!link) throw new Error('The demo organization has no link.')
const url = `${link.url}?order=7&order=8&utm_source=mail`
await mkdir(folder, { recursive: true })

async function take(browser: Browser, size: 'phone' | 'desk', colorScheme: 'light' | 'dark'): Promise<void> {
  const viewport = size === 'phone' ? phone : desktop
  const context = await browser.newContext({ viewport, colorScheme, isMobile: size === 'phone' })
  const atPage = async (page: Page, name: string) => {
    const path = `${folder}/${name}-${size}-${colorScheme}.png`
    await page.screenshot({ path, fullPage: true })
  }
  const { page } = await playCeremony(context, { url, lastName: 'Clear', signature: 'drawn', atPage })
  await takeOthers(page, atPage)
  await context.close()
}

/** Pages that a person sees only when something goes wrong. */
async function takeOthers(page: Page, at: (page: Page, name: string) => Promise<void>): Promise<void> {
  await page.goto(`${url}&child=b`)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('alert').first().waitFor()
  await at(page, '7-faults')
  await page.getByText('I do not want to sign').click()
  await page.getByRole('button', { name: 'Decline' }).click()
  await page.getByRole('heading', { name: 'You declined' }).waitFor()
  await at(page, '8-declined')
  await page.goto(`${new URL(url).origin}/agree/nowhere/`)
  await at(page, '9-nothing')
}

const browser = await openBrowser()
for (const size of ['phone', 'desk'] as const)
  for (const scheme of ['light', 'dark'] as const) await take(browser, size, scheme)
await browser.close()
