import { AxeBuilder } from '@axe-core/playwright'
import { expect, onTestFinished, test } from 'vitest'
import { buildOpenApi } from '../../src/http/jsonapi/openapi/index.ts'
import { openBrowser } from '../support/browser.ts'
import { newClient } from '../support/jsonapi.ts'
import { openServer } from '../support/jsonapi-server.ts'

test('the reference has every operation on resources, without a token, and loads nothing from elsewhere', async () => {
  const { body, headers } = await (await openServer()).inject('/v1/api/docs')
  const ids = [
    ...JSON.stringify(buildOpenApi()).matchAll(/"operationId":"(\w+)","summary":"[^"]*","description":"Needs/g),
  ]
  expect(ids.length).toBeGreaterThan(100)
  for (const [, id] of ids) expect(body).toContain(`id="${id}"`)
  expect(body).not.toMatch(/(src|href)="(https?:)?\/\//)
  expect(headers['content-security-policy']).toContain("default-src 'none'")
})

test('a newcomer tries requests in the page and sees what comes back; the page has no accessibility fault', async () => {
  const url = await (await openServer()).listen({ port: 0, host: '127.0.0.1' })
  const [browser, { token }] = await Promise.all([openBrowser(), newClient()])
  onTestFinished(() => browser.close())
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${url}/v1/api/docs`)
  await page.fill('#key', token)
  await page.click('#listWebhooks summary')
  await page.click('#listWebhooks button')
  await page.locator('#listWebhooks pre', { hasText: '"total": 0' }).waitFor()
  await page.click('#createWebhook summary')
  await page.click('#createWebhook button')
  await page.locator('#createWebhook pre', { hasText: '/data/attributes/destinationUrl' }).waitFor()
  const parts = new AxeBuilder({ page }).include('h1').include('#key').include('#webhooks + p + table')
  const { violations } = await parts.include('#createWebhook').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
})
