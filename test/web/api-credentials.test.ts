import { expect, test } from 'vitest'
import { expectAccessible } from '../support/accessibility.ts'
import { openApp } from '../support/web-browser.ts'

test('a viewer makes a token, tries it on the page, reads with it and is refused a write, and revokes it', async () => {
  const { page, url } = await openApp('/settings/api-credentials', { role: 'viewer' })
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Create token' }).click()
  await dialog.getByLabel('Name').fill('Report')
  await dialog.getByRole('button', { name: 'Create' }).click()
  const token = (await dialog.getByText(/^slt_\w+$/).textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Try it now' }).click()
  await dialog.getByText('The API answered the token:').waitFor()
  await expectAccessible(page)
  expect(await askWebhooks(url, token)).toEqual({ read: 200, write: 403 })
  await dialog.getByRole('button', { name: 'I have copied it' }).click()
  await page.getByRole('row', { name: 'Report' }).getByRole('button', { name: 'Revoke' }).click()
  await dialog.getByRole('button', { name: 'Revoke' }).click()
  await page.getByText('No token yet').waitFor()
  expect(await askWebhooks(url, token)).toEqual({ read: 401, write: 401 })
})

async function askWebhooks(url: string, token: string): Promise<{ read: number; write: number }> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/vnd.api+json' }
  const data = { type: 'webhooks', attributes: { destinationUrl: 'https://a.example/hook' } }
  const ask = (init: RequestInit) => fetch(`${url}/v1/api/webhooks`, { headers, ...init })
  const [read, write] = [await ask({}), await ask({ method: 'POST', body: JSON.stringify({ data }) })]
  return { read: read.status, write: write.status }
}
