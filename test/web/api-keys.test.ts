import { expect, test } from 'vitest'
import { createApiKey, revokeApiKey } from '../../src/core/accounts/index.ts'
import { apiVersions as known } from '../../src/core/api-versions.ts'
import { apiVersions } from '../../web/api-keys/versions.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { moving, openApp } from '../support/web-browser.ts'

test('an admin makes a key, calls the API with it and revokes it, and the revoked key opens nothing', async () => {
  const { page, url } = await openApp('/settings/integrations', moving)
  await page.getByRole('button', { name: 'Create API key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Back office')
  await dialog.getByRole('button', { name: 'Create' }).click()
  const key = (await dialog.getByText(/^APIKEY-/).textContent()) ?? ''
  const statusNow = async () => (await fetch(`${url}/v2/verifications`, { headers: { 'x-api-key': key } })).status
  expect(await statusNow()).toBe(200)
  await dialog.getByRole('button', { name: 'I have copied it' }).click()
  await page.getByRole('row', { name: 'Back office' }).getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await page.getByText('No API key yet').waitFor()
  expect(await statusNow()).toBe(401)
})

test('every state of the page of API keys is accessible, and shows each fault at its field', async () => {
  const { page, watch } = await openApp('/settings/integrations')
  await page.getByText('No API key yet').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create API key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Back office')
  await dialog.getByLabel('Addresses').fill('300.1.1.1')
  watch.expectStatus(422)
  await dialog.getByRole('button', { name: 'Create' }).click()
  await dialog.getByLabel('Addresses').and(page.locator('[aria-invalid=true]')).waitFor()
  await expectAccessible(page)
})

test('a key that somebody else makes or revokes appears or disappears without a reload, and the focus that a dialog gave back goes to the content when its row leaves, however late', async () => {
  const { page, ctx } = await openApp('/settings/integrations')
  await page.getByText('No API key yet').waitFor()
  const { id } = await createApiKey(ctx, { name: 'Back office' })
  const opener = page.getByRole('row', { name: 'Back office' }).getByRole('button', { name: 'Revoke' })
  await opener.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await opener.and(page.locator(':focus')).waitFor()
  // Waits until the clock is behind every earlier look.
  await page.evaluate('new Promise((done) => setTimeout(done, 1000))')
  await revokeApiKey({ ...ctx, now: new Date() }, id)
  await page.locator('main:focus').waitFor()
  await page.getByText('No API key yet').waitFor()
})

test('a key is replaced by one that works beside it until the old one ends', async () => {
  const { page, ctx, url } = await openApp('/settings/integrations')
  const { secret } = await createApiKey(ctx, { name: 'Back office', role: 'viewer' })
  await page.getByRole('row', { name: 'Back office' }).getByRole('button', { name: 'Replace' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Create the new key' }).click()
  const fresh = (await dialog.getByText(/^APIKEY-/).textContent()) ?? ''
  const ask = (key: string) => fetch(`${url}/v2/verifications`, { headers: { 'x-api-key': key } })
  expect([(await ask(fresh)).status, (await ask(secret)).status]).toEqual([200, 200])
  await dialog.getByRole('button', { name: 'I have copied it' }).click()
  await page.getByRole('row', { name: 'ends soon' }).getByText('Back office').waitFor()
})

test('the page of API keys offers exactly the existing versions', () => {
  expect(apiVersions).toEqual(known)
})
