import { expect, test } from 'vitest'
import type { Id } from '../../src/core/ids.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { codeOf } from '../support/app-codes.ts'
import { database } from '../support/organization.ts'
import { newSession, password } from '../support/people.ts'
import { openApp } from '../support/web-browser.ts'

test('an authenticator app is turned on with a code, its backup codes are shown once, and it is turned off again', async () => {
  const { page } = await openApp('/settings/profile')
  await page.getByRole('button', { name: 'Turn on' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^Password/).fill(password)
  await dialog.getByRole('button', { name: 'Continue' }).click()
  const secret = (await dialog.getByText(/^[A-Z2-7]{32,}$/).textContent()) ?? ''
  await expectAccessible(page)
  await dialog.getByLabel('Code of the app').fill(codeOf(`otpauth://totp/x?secret=${secret}`))
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  await dialog.getByText('Each code signs you in once').waitFor()
  await dialog.getByRole('button', { name: 'I have stored them' }).click()
  await page.getByText('On.', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Turn off' }).click()
  await dialog.getByLabel(/^Password/).fill(password)
  await dialog.getByRole('button', { name: 'Turn off' }).click()
  await page.getByText('Off.', { exact: true }).waitFor()
})

test('a new passkey signs its person in', async () => {
  const { page, context, url } = await openApp('/settings/profile')
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  })
  await page.getByLabel('Name of the new passkey').fill('Laptop')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('button', { name: 'Remove Laptop' }).waitFor()
  await expectAccessible(page)
  await context.clearCookies()
  // Otherwise the browser would sign the person in by the address field, before the button is pressed.
  await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false')
  await page.goto(`${url}/sign-in`)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByRole('navigation').first().waitFor()
})

test('an old session asks for the password again before it makes a key', async () => {
  const { page, person, watch } = await openApp('/settings/integrations')
  await page.getByText('No API key yet').waitFor()
  const old = new Date(Date.now() - 16 * 60_000)
  await database.system.updateTable('sessions').set({ created_at: old }).where('user_id', '=', person.id).execute()
  watch.expectStatus(403)
  await page.getByRole('button', { name: 'Create API key' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Back office')
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
  const prompt = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await prompt.getByLabel(/^Password/).fill('wrong')
  await prompt.getByRole('button', { name: 'Confirm' }).click()
  await prompt.getByText('The password is wrong.').waitFor()
  await prompt.getByLabel(/^Password/).fill(password)
  await prompt.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText(/^APIKEY-/).waitFor()
})

test('a person changes their name and language, and signs another browser out', async () => {
  let other: Id | undefined
  const { page, person } = await openApp(async (_, { id }) => {
    other = await newSession(id)
    return '/settings/profile'
  })
  await page.getByRole('button', { name: 'Sign out: Firefox' }).click()
  await page.getByRole('button', { name: 'Sign out: Firefox' }).waitFor({ state: 'detached' })
  const left = database.system
    .selectFrom('sessions')
    .select('id')
    .where('id', '=', other ?? '')
  await expect.poll(() => left.execute()).toEqual([])
  await page.getByLabel(/^Name( \*)?$/).fill('Ada Own')
  await page.getByLabel('Language').selectOption('fr')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Votre profil' }).waitFor()
  const users = database.system.selectFrom('users').select(['name', 'language'])
  const kept = [{ name: 'Ada Own', language: 'fr' }]
  await expect.poll(() => users.where('id', '=', person.id).execute()).toEqual(kept)
})

test('the language and colours that a person has chosen hold in a browser that knows nothing of them', async () => {
  const { page } = await openApp('/settings/profile')
  await page.getByLabel('Language').selectOption('fr')
  await page.getByLabel('Colours').selectOption('dark')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Votre profil' }).waitFor()
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await page.getByRole('heading', { name: 'Votre profil' }).waitFor()
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
})
