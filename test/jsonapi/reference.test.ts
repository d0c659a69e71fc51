import { expect, test } from 'vitest'
import { newClient } from '../support/jsonapi.ts'
import { listen, openServer } from '../support/jsonapi-server.ts'
import { openReference, tryRequest } from '../support/reference-page.ts'

test('the reference is shown without a token, can try requests with one, and asks no other server', async () => {
  const url = await listen()
  const { token } = await newClient()
  const { page, complaints } = await openReference(`${url}/v1/api/docs`)
  await page.locator('input[placeholder="Token"]').first().fill(token)
  const sent = page.waitForResponse((reply) => reply.url().includes('/v1/api/agreement-links'))
  await tryRequest(page, 'get /agreement-links')
  expect([(await sent).status(), complaints]).toEqual([200, []])
})

test('the page loads and runs only files of this server', async () => {
  const { body, headers } = await (await openServer()).inject('/v1/api/docs')
  expect(body).not.toMatch(/(src|href)="(https?:)?\/\//)
  expect(headers['content-security-policy']).toContain("default-src 'none'")
})
