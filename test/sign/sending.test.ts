import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { fillIn, openSigningPage } from '../support/signing-browser.ts'

const mark = 'Type your full name as your signature'
const sign = (page: Page) => page.getByRole('button', { name: 'Sign the agreement' }).click()
const signed = (page: Page) => page.getByRole('heading', { name: 'Thank you' }).waitFor()

async function openFilled(options: Parameters<typeof openSigningPage>[0] = {}) {
  const signing = await openSigningPage(options)
  await fillIn(signing.page)
  await signing.page.getByLabel(mark).fill('Robin Clear')
  return signing
}

async function expectNothingLost(page: Page): Promise<void> {
  await expect.poll(() => page.getByLabel(mark).inputValue()).toBe('Robin Clear')
  await expect.poll(() => page.getByLabel('From').inputValue()).toBe('2026-04-01')
  await expect.poll(() => page.getByLabel('I agree', { exact: true }).isChecked()).toBe(true)
}

test('a form whose request ends in an error says so, keeps its values, and can be sent again, whatever the error', async () => {
  const { page } = await openFilled()
  const errors = ['failed', 'aborted', 'internetdisconnected', 'connectionreset', 'timedout']
  const met: string[] = []
  await page.route('**/sign', (route) => {
    met.push(errors[met.length] ?? '')
    return route.abort(met.at(-1))
  })
  for (const at of errors.keys()) {
    await sign(page)
    await page.getByRole('alert').getByText('Your answers could not be sent. Nothing you entered is lost.').waitFor()
    await expectNothingLost(page)
    expect(met).toEqual(errors.slice(0, at + 1))
  }
  await page.unroute('**/sign')
  await sign(page)
  await signed(page)
})

test('a form with a reply that asks for patience can be sent again, whatever its status', async () => {
  const { page } = await openFilled()
  const statuses = [413, 429, 500, 502, 503]
  const met: number[] = []
  const reply = { headers: { 'retry-after': '3' }, contentType: 'text/plain', body: 'no' }
  await page.route('**/sign', (route) => {
    met.push(statuses[met.length] ?? 0)
    return route.fulfill({ ...reply, status: met.at(-1) ?? 0 })
  })
  for (const at of statuses.keys()) {
    await sign(page)
    await page.getByRole('alert').getByText('Press the button again in 3 seconds.').waitFor()
    await expectNothingLost(page)
    expect(met).toEqual(statuses.slice(0, at + 1))
  }
  await page.unroute('**/sign')
  await sign(page)
  await signed(page)
})

test('a stopped form, and one without a reply, can be sent again', async () => {
  const { page } = await openFilled()
  const answers = [hold, hold, goOn]
  await page.route('**/sign', (route) => (answers.shift() ?? goOn)(route))
  await sign(page)
  await page.evaluate('window.stop()')
  await page.getByRole('alert').getByText('Your answers could not be sent. Nothing you entered is lost.').waitFor()
  await sign(page)
  // A second press within a second counts as one.
  await page.evaluate('Date.now = ((now) => () => now() + 1_100)(Date.now.bind(Date))')
  await sign(page)
  await signed(page)
})

// `unroute` would let a held request continue, and the page might be signed before the last click.
const hold = (): void => {}
const goOn = (route: Route) => route.continue()

test('a double click sends a form once', async () => {
  const { page } = await openFilled()
  let sent = 0
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/sign')) sent++
  })
  await page.getByRole('button', { name: 'Sign the agreement' }).dblclick()
  await signed(page)
  expect(sent).toBe(1)
})

test('typed values survive leaving the page, and disappear once they are accepted', async () => {
  const { page } = await openFilled()
  await page.goto('about:blank')
  await page.goBack()
  await expectNothingLost(page)
  await page.reload()
  await expectNothingLost(page)
  await sign(page)
  await signed(page)
  await expect.poll(() => page.evaluate('Object.keys(sessionStorage).length')).toBe(0)
})

test('name and address survive when the first form cannot be sent', async () => {
  const { page, base } = await openSigningPage()
  await page.context().clearCookies()
  await page.goto(new URL(base, page.url()).href)
  await page.getByLabel('Full name').fill('Ana')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('alert').first().waitFor()
  await page.context().setOffline(false)
  await page.reload()
  await expect.poll(() => page.getByLabel('Full name').inputValue()).toBe('Ana')
})
