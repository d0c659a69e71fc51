import { expect, test } from 'vitest'
import { recordEvent } from '../../src/core/events.ts'
import { formatId, newId } from '../../src/core/ids.ts'
import { transaction } from '../../src/db/index.ts'
import { create } from '../conformance/jsonapi/world.ts'
import { type Client, newClient } from '../support/jsonapi.ts'

const hook = { destinationUrl: 'http://127.0.0.1:9/hook', customHeaders: { 'X-Team': 'blue' } }

async function newWebhook(attributes: object = {}) {
  const client = await newClient()
  return { client, webhook: (await create(client, 'webhooks', { ...hook, ...attributes })).id }
}

async function preview(client: Client, id: string, attributes: object) {
  const data = { type: 'webhook-previews', attributes, relationships: { webhook: { data: { type: 'webhooks', id } } } }
  const { status, body } = await client.call('POST', '/webhook-previews', { body: { data } })
  return { status, body, shown: Object(body.data?.attributes) }
}

test.each(['2.2', '2.1', '2.0'])(
  'a webhook is shown what it would be sent in version %s, whose body says so',
  async (apiVersion) => {
    const { client, webhook } = await newWebhook()
    const { shown } = await preview(client, webhook, { kind: 'verification', apiVersion })
    expect(JSON.parse(shown.requestBody)).toMatchObject({ type: 'verification', api_version: apiVersion })
    expect(shown).toMatchObject({ isInvented: true, isHeard: true, apiVersion })
  },
)

test('without a version it is the one to which the webhook is pinned, and own headers and the signature are hidden', async () => {
  const { client, webhook } = await newWebhook()
  await client.ctx.db.updateTable('webhooks').set({ api_version: '2.0' }).execute()
  const { shown } = await preview(client, webhook, { kind: 'agreement.voided' })
  expect(shown).toMatchObject({ apiVersion: '2.0', isHeard: false })
  expect(shown.requestHeaders).toMatchObject({ 'x-team': '••••', 'webhook-signature': 'v1,••••' })
  expect(shown.requestHeaders['webhook-endpoint-id']).toBe(webhook)
})

test('the newest event that the webhook heard of is shown as it was sent', async () => {
  const { client, webhook } = await newWebhook()
  const submissionId = newId()
  const ctx = { ...client.ctx, now: new Date() }
  await transaction(ctx, (inner) =>
    recordEvent(inner, 'agreement.signed', { type: 'submission', id: submissionId }, { submissionId }),
  )
  const { shown } = await preview(client, webhook, { kind: 'agreement.signed' })
  expect([shown.isInvented, shown.requestBody.includes(formatId('submission', submissionId))]).toEqual([false, true])
})

test('nothing is sent or kept, and a webhook of another organization is not there', async () => {
  const [{ client, webhook }, other] = [await newWebhook(), await newClient()]
  await preview(client, webhook, { kind: 'verification' })
  expect((await client.get('/events')).body.data).toEqual([])
  expect((await preview(other, webhook, { kind: 'verification' })).status).toBe(404)
})
