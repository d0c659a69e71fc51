import { AxeBuilder } from '@axe-core/playwright'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { endpoints } from '../../src/http/rest/endpoints.ts'
import { newApi, useServer } from '../support/api.ts'
import { openBrowser } from '../support/browser.ts'

const server = useServer()
const address = { url: '' }
beforeAll(async () => {
  address.url = await server.app.listen({ port: 0, host: '127.0.0.1' })
})

async function openReference() {
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${address.url}/docs`)
  return page
}

test('the reference lists every operation and loads nothing from elsewhere', async () => {
  const { body, headers } = await server.app.inject('/docs')
  for (const { id } of endpoints) expect(body).toContain(`id="${id}"`)
  expect(body).not.toMatch(/(src|href)="(https?:)?\/\//)
  expect(headers['content-security-policy']).toContain("default-src 'none'")
})

test('a newcomer tries a request in the page and sees its reply; the page has no accessibility fault', async () => {
  const api = await newApi(server)
  const page = await openReference()
  await page.fill('#key', api.key)
  await page.click('#listWebhooks summary')
  await page.click('#listWebhooks button')
  await page.locator('#listWebhooks pre', { hasText: '"total": 0' }).waitFor()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
})
