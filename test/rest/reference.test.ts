import { beforeAll, expect, test } from 'vitest'
import { newApi, useServer } from '../support/api.ts'
import { openReference, tryRequest } from '../support/reference-page.ts'

const server = useServer()
const address = { url: '' }
beforeAll(async () => {
  address.url = await server.listen()
})

test('the reference page can try a request, and asks no other server', async () => {
  const { key } = await newApi(server)
  const { page, complaints } = await openReference(`${address.url}/docs`)
  await page.locator('input[placeholder^="QUx"]').first().fill(key)
  const sent = page.waitForResponse((reply) => reply.url().includes('/v2/verifications'))
  await tryRequest(page, 'get /verifications')
  expect([(await sent).status(), complaints]).toEqual([200, []])
})

test('the page runs no script, loads only files of this server, and cannot be framed', async () => {
  const { body, headers } = await server.app.inject('/docs?version=2.0')
  expect(body).not.toMatch(/(src|href)="(https?:)?\/\//)
  expect(body).toContain('/openapi.json?version=2.0')
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self';.*frame-ancestors 'none'/)
  expect((await server.app.inject('/docs?version=9')).statusCode).toBe(400)
})
