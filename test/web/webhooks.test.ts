import type { Page } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import type { Context } from '../../src/core/context.ts'
import { eventTypes as all, guideEventTypes } from '../../src/core/events.ts'
import { formatId } from '../../src/core/ids.ts'
import { createWebhook, listRecoveries, webhookJobs } from '../../src/core/webhooks/index.ts'
import { eventTypes, usualEventTypes } from '../../web/webhooks/event-types.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { phone } from '../support/browser.ts'
import { deliverOf, keepDelivering } from '../support/deliveries-of.ts'
import { emit } from '../support/delivery.ts'
import { outbound } from '../support/jsonapi-server.ts'
import { database } from '../support/organization.ts'
import { type Receiver, startReceiver } from '../support/receiver.ts'
import { moving, openApp } from '../support/web-browser.ts'

/** The work that the server's jobs do by themselves. */
async function runRecovery(ctx: Context): Promise<void> {
  await expect.poll(async () => (await listRecoveries(ctx, {})).items).toHaveLength(1)
  const [recovery] = (await listRecoveries(ctx, {})).items
  const at = { database, contextOf: () => ctx, sendMail: async () => {}, publicUrl: () => '', now: () => new Date() }
  // One step sends, and the next finds nothing left.
  for (const _ of [1, 2])
    await webhookJobs['webhook.recover']?.(at, { organizationId: ctx.organizationId, recoveryId: recovery?.id })
}

/** Fills in the dialog, and returns the secret that is shown once. */
async function makeWebhook(page: Page, url: string): Promise<string> {
  await page.getByRole('button', { name: 'Create webhook' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('URL').fill(url)
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  const secret = (await dialog.getByText(/^whsec_/).textContent()) ?? ''
  await dialog.getByRole('button', { name: 'I have copied it' }).click()
  return secret
}

async function sendTest(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send a test event' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
}

test('a failing webhook says why and what to do, and is repaired and recovers its missed events', async () => {
  let status = 500
  await using receiver = await startReceiver((_, response) => response.writeHead(status).end('{"error":"no room"}'))
  const { page, ctx } = await openApp('/webhooks', moving)
  keepDelivering(ctx, outbound.send)
  const secret = await makeWebhook(page, receiver.url)
  await sendTest(page)
  const [first] = await receiver.received(1)
  const panel = page.getByRole('dialog')
  await panel.getByText('Given up').waitFor()
  await panel.getByText('Search the log of your receiver for the webhook-id.').waitFor()
  await panel.getByText('no room').waitFor()
  await expectAccessible(page)
  expect(() => new Webhook(secret).verify(first?.text ?? '', first?.headers ?? {})).not.toThrow()
  status = 200
  await panel.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Recover' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Recover' }).click()
  await runRecovery(ctx)
  await page.getByText('1 delivery was sent again.').waitFor()
  await page.getByRole('cell', { name: 'Delivered' }).waitFor()
})

/** The form that verifies a signature, on the page of a webhook that was sent something; what was sent, and the secret. */
async function openVerifier({ url, received }: Receiver, options: Parameters<typeof openApp>[1]) {
  let secret = ''
  const { page } = await openApp(async (ctx) => {
    const webhook = await createWebhook(ctx, { destinationUrl: url }, async () => null)
    secret = webhook.secret
    await emit(ctx)
    await deliverOf(ctx, outbound.send)
    return `/webhooks/${formatId('webhook', webhook.id)}?tab=verify`
  }, options)
  const [sent] = await received(1)
  return { page, secret, headers: JSON.stringify(sent?.headers), body: sent?.text ?? '' }
}

test('on a phone in French the page verifies the signature of a delivery with the secret, and is accessible', async () => {
  await using receiver = await startReceiver()
  const { page, secret, headers, body } = await openVerifier(receiver, { locale: 'fr-FR', viewport: phone })
  await page.getByLabel('En-têtes').fill(headers)
  await page.getByLabel('Corps').fill(body)
  await page.getByRole('textbox', { name: 'Secret ou clé publique' }).fill(secret)
  await page.getByRole('button', { name: 'Vérifier' }).click()
  await page.getByText('Cet envoi est authentique.').waitFor()
  await expectAccessible(page)
})

test('the page of a webhook shows what it would get, in its version and in another, and its charts', async () => {
  const { page } = await openApp(async (ctx) => {
    const { id } = await createWebhook(ctx, { destinationUrl: 'https://a.example/hook' }, async () => null)
    return `/webhooks/${formatId('webhook', id)}?tab=preview`
  })
  await page.getByText('"api_version": "2.2"').waitFor()
  await expectAccessible(page)
  await page.getByLabel('Version').selectOption('2.0')
  await page.getByText('"api_version": "2.0"').waitFor()
  await page.getByRole('combobox', { name: 'Event' }).selectOption('agreement.voided')
  await page.getByText('This webhook does not get such events.').waitFor()
  await page.getByRole('tab', { name: 'Charts' }).click()
  await page.getByRole('tabpanel').getByRole('heading', { level: 2 }).first().waitFor()
  await expectAccessible(page)
})

test('a forbidden destination is refused at its field, with the reason and the remedy', async () => {
  const { page, watch } = await openApp('/webhooks')
  watch.expectStatus(422)
  await page.getByRole('button', { name: 'Create webhook' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('URL').fill('https://10.0.0.8/hook')
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await dialog.getByLabel('URL').and(page.locator('[aria-invalid=true]')).waitFor()
  await dialog.getByText('WEBHOOK_ALLOW').first().waitFor()
  await expectAccessible(page)
})

test('the form of a webhook offers exactly the existing events', () => {
  expect([eventTypes, usualEventTypes]).toEqual([all, guideEventTypes])
})

test('on a phone what stands in each cell of the list ends at the edge of its card', async () => {
  const find = async (ctx: Context) => {
    await createWebhook(ctx, { destinationUrl: 'https://a.example/' }, async () => null)
    return '/webhooks'
  }
  const { page } = await openApp(find, { viewport: phone, isMobile: true })
  await page.getByText('Nothing sent yet').waitFor()
  const gaps = await page.evaluate<number[]>(`[...document.querySelectorAll('td[data-label] > div')].map((cell) => {
    const range = document.createRange()
    range.selectNodeContents(cell)
    const ends = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ right }) => right)
    return Math.round(cell.getBoundingClientRect().right - Math.max(...ends))
  })`)
  expect(gaps).toEqual(gaps.map(() => 0))
  expect(gaps.length).toBeGreaterThan(2)
})
