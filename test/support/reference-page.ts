import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { desktop, openBrowser, openContext } from './browser.ts'

/** The reference page at an address in a browser, with its complaints and the other hosts that it asked. */
export async function openReference(url: string) {
  // The library of the reference works long enough for the browser's compilers to pay off.
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const context = await openContext({ viewport: desktop }, browser)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const isOurs = request.url().startsWith(new URL(url).origin) || request.url().startsWith('data:')
    if (!isOurs) complaints.push(`asked ${request.url()}`)
  })
  await page.goto(url)
  await page.locator('h1').first().waitFor()
  return { page, complaints }
}

/** Opens the console of an operation, as `get /verifications`, and sends its request. */
export async function tryRequest(page: Page, operation: string): Promise<void> {
  // By their text: to judge the role and the name of each of 40,000 elements takes as long as to show them.
  await page
    .locator('button', { hasText: new RegExp(`^Test Request\\s*\\(${operation}\\)$`) })
    .first()
    .click()
  await page.locator('[role=dialog] button', { hasText: /^Send/ }).first().click()
}
