import { expect, onTestFinished, test } from 'vitest'
import { faces } from '../../src/faces.ts'
import { createRateLimits } from '../../src/http/rate-limit.ts'
import { createServer } from '../../src/http/server.ts'
import { openContext } from '../support/browser.ts'
import { dependencies } from '../support/jsonapi-server.ts'
import { newContext } from '../support/organization.ts'
import { newBrowser, newPerson, password } from '../support/people.ts'
import { builtWebApp } from '../support/web-app.ts'

const trustedProxies = ['127.0.0.1']
const webFolder = await builtWebApp()
const newServer = (rateLimits = createRateLimits(null)) =>
  createServer({ ...dependencies, rateLimits }, faces, { trustedProxies })

type Server = Awaited<ReturnType<typeof newServer>>

function tryAt(app: Server, email: string, address: string) {
  const headers = { 'x-forwarded-for': address, 'x-forwarded-proto': 'https', origin: 'https://localhost:3000' }
  const body = { email, password: 'wrong' }
  return newBrowser(app).ask({ method: 'POST', url: '/auth/sign-in/email', body, headers })
}

async function countTries(tries: (number: number) => ReturnType<typeof tryAt>): Promise<number> {
  for (let number = 0; number < 40; number++) if ((await tries(number)).statusCode === 429) return number
  return Number.POSITIVE_INFINITY
}

test('tries at one account from many addresses are limited, whether or not the account exists', async () => {
  const { email } = await newPerson((await newContext()).organizationId)
  const counts = []
  for (const who of [email, 'nobody@example.com']) {
    const app = await newServer()
    counts.push(await countTries((number) => tryAt(app, who, `203.0.113.${number}`)))
  }
  expect(counts).toEqual([10, 10])
})

test('tries from one address at many accounts are limited, and the answer says when to continue', async () => {
  const app = await newServer()
  expect(await countTries((number) => tryAt(app, `a${number}@example.com`, '203.0.113.7'))).toBe(20)
  const { headers, statusCode } = await tryAt(app, 'b@example.com', '203.0.113.7')
  expect([statusCode, Number(headers['retry-after'])]).toEqual([429, expect.any(Number)])
})

test('different spellings of an address count as one account', async () => {
  const app = await newServer()
  const ways = ['ada@example.com', 'ADA@example.com', ' ada@example.com', 'Ada@Example.com ']
  expect(await countTries((number) => tryAt(app, ways[number % 4] ?? '', `203.0.113.${number}`))).toBe(10)
})

test('successful sign-ins are not counted', async () => {
  const { email } = await newPerson((await newContext()).organizationId)
  const app = await newServer()
  for (let number = 0; number < 12; number++) expect((await newBrowser(app).signIn(email)).statusCode).toBe(200)
})

/** The sign-in page of a separate server, at which an account has been tried as often as allowed. */
async function openAfterTries(email: string, locale: string) {
  const app = await createServer({ ...dependencies, rateLimits: createRateLimits(null), webFolder }, faces, {
    trustedProxies: [],
  })
  const url = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  const context = await openContext({ locale })
  onTestFinished(async () => {
    await context.close()
    await app.close()
  })
  const headers = { 'content-type': 'application/json', origin: url }
  const body = JSON.stringify({ email, password: 'wrong' })
  for (let number = 0; number < 10; number++)
    await fetch(`${url}/auth/sign-in/email`, { method: 'POST', headers, body })
  const page = await context.newPage()
  await page.goto(`${url}/sign-in`)
  return page
}

const nobody = async () => 'nobody@example.com'
const somebody = async () => (await newPerson((await newContext()).organizationId)).email

test.each([
  [somebody, 'en-GB', /^You tried to sign in too often\. Wait \d+ seconds and try again\.$/],
  [nobody, 'en-GB', /^You tried to sign in too often\. Wait \d+ seconds and try again\.$/],
  [somebody, 'fr-FR', /^Vous avez essayé trop souvent de vous connecter\. Attendez \d+ secondes et réessayez\.$/],
])(
  'the page of a locked account says how long to wait, and not whether the account exists: %o in %s',
  async (who, locale, words) => {
    const email = await who()
    const page = await openAfterTries(email, locale)
    await page.locator('input[name=email]').fill(email)
    await page.locator('input[name=password]').fill(password)
    await page.locator('form button[type=submit]').click()
    const told = page.getByRole('alert').filter({ hasText: /\d/ })
    await told.waitFor()
    expect(await told.textContent()).toMatch(words)
  },
)
