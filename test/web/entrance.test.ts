import { expect, test } from 'vitest'
import { inviteMember } from '../../src/core/accounts/index.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { codeOf } from '../support/app-codes.ts'
import { newAddress, readInvitationMail } from '../support/invitations.ts'
import { newContext } from '../support/organization.ts'
import { newPerson, password } from '../support/people.ts'
import { openApp, openAppAs, openPage } from '../support/web-browser.ts'

const signedInAs = async (page: Awaited<ReturnType<typeof openPage>>['page'], url: string) => {
  const reply = await page.context().request.get(`${url}/auth/session`)
  return (await reply.json()).user?.email ?? null
}

test('an invited person joins with the link of the mail and is signed in', async () => {
  const ctx = await newContext({ now: new Date() })
  const email = newAddress()
  const { page, url } = await openPage()
  const { mail } = await readInvitationMail(ctx, await inviteMember(ctx, { name: 'Sam', email, role: 'viewer' }), url)
  await page.goto(/https?:\S+/.exec(mail.text)?.[0] ?? '')
  await page.getByLabel('Your name').fill('Sam Own')
  await page.getByLabel('password').fill(password)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByRole('navigation').first().waitFor()
  expect(await signedInAs(page, url)).toBe(email)
})

test('a person with an authenticator app is asked for its code, and told about a wrong one', async () => {
  const { context, person, url, page, watch } = await openApp('/sign-in')
  const post = async (path: string, data: object) =>
    (await context.request.post(`${url}/auth${path}`, { data, headers: { origin: url } })).json()
  const { uri } = await post('/two-factor/offer', { password })
  await post('/two-factor/enable', { code: codeOf(uri) })
  await post('/sign-out', {})
  watch.expectStatus(401)
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByLabel('Code of the app').fill('000000')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('The code is wrong').waitFor()
  await page.getByLabel('Code of the app').fill(codeOf(uri, 1))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('navigation').first().waitFor()
  expect(await signedInAs(page, url)).toBe(person.email)
})

test('a request that is refused while the session is replaced is sent again, and the page stays', async () => {
  const { page, url, watch } = await openAppAs(await newPerson((await newContext()).organizationId))
  watch.expectStatus(401)
  const body = JSON.stringify({ errors: [{ status: '401', code: 'unauthenticated', detail: 'Sign in.' }] })
  const refusal = { status: 401, contentType: 'application/vnd.api+json', body }
  let refused = 0
  await page.route('**/v1/api/verifications?*', (route) =>
    refused++ === 0 ? route.fulfill(refusal) : route.continue(),
  )
  await page.goto(`${url}/verifications`)
  await page.getByText('curl -H').waitFor()
  expect([refused > 1, new URL(page.url()).pathname]).toEqual([true, '/verifications'])
})

test('a forgotten password takes one step to ask for, and a dead link says so', async () => {
  const { page, url, watch } = await openPage({ locale: 'fr-FR' })
  const { email } = await newPerson((await newContext()).organizationId)
  await page.goto(`${url}/sign-in`)
  await page.getByRole('link', { name: 'Mot de passe oublié' }).click()
  await page.getByLabel('E-mail').fill(email)
  await expectAccessible(page)
  await page.getByRole('button').click()
  await page.getByText('un lien est en route').waitFor()
  watch.expectStatus(404)
  await page.goto(`${url}/reset-password?token=slr_x`)
  await page.getByText('Ce lien a déjà servi').waitFor()
  await expectAccessible(page)
})

test('a server that is set up says so on the set-up page', async () => {
  const { page, url, watch } = await openPage()
  await newContext()
  watch.expectStatus(404)
  await page.goto(`${url}/set-up?token=x`)
  await page.getByText('is already set up').waitFor()
  await expectAccessible(page)
})
