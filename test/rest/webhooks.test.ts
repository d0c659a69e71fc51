import { expect, test } from 'vitest'
import { type Api, newApi, useServer } from '../support/api.ts'
import { newVerification } from '../support/verifications.ts'

const server = useServer()
const address = 'https://webhook.destination.example/hook'
const now = Date.parse('2026-03-01T12:00:00.000Z')

async function newWebhook(api: Api, body: object = {}) {
  const reply = await api.call('POST', '/v2/webhooks', { body: { destination_url: address, ...body } })
  expect(reply.statusCode).toBe(200)
  return reply.json()
}

test('the guide’s request creates a webhook for all events', async () => {
  const api = await newApi(server)
  const webhook = await newWebhook(api, { notification_email: 'notification@email.example' })
  expect(webhook).toMatchObject({
    webhook_id: expect.stringMatching(/^wb_[0-9a-f]{32}$/),
    event_datetime: '2026-03-01T12:00:00.000000',
    destination_url: address,
    event_types: ['verification', 'agreement.viewed', 'agreement.signed', 'agreement.completed'],
    notification_emails: ['notification@email.example'],
    service_status: true,
    created_at: now,
    secret: expect.stringMatching(/^whsec_/),
  })
})

test('a webhook is read with its attributes and the two other members of the sample, without its secret', async () => {
  const api = await newApi(server)
  const { secret, ...created } = await newWebhook(api)
  expect(secret).toBeDefined()
  for (const path of ['webhooks', 'webhook']) {
    expect((await api.call('GET', `/v2/${path}/${created.webhook_id}`)).json()).toEqual(created)
  }
})

test('an id of the form WEBHOOK-<ms>_<hex> is accepted too', async () => {
  const api = await newApi(server)
  const { webhook_id } = await newWebhook(api)
  const other = `WEBHOOK-${now}_${webhook_id.slice(3)}`
  expect((await api.call('GET', `/v2/webhooks/${other}`)).json()).toMatchObject({ webhook_id })
})

test('an update changes only the given members', async () => {
  const api = await newApi(server)
  const { webhook_id } = await newWebhook(api, { notification_emails: ['a@b.example'] })
  const body = { event_types: ['agreement.signed'], service_status: false }
  const reply = await api.call('PUT', `/v2/webhook/${webhook_id}`, { body })
  expect(reply.json()).toMatchObject({ ...body, destination_url: address, notification_emails: ['a@b.example'] })
})

test('a deleted webhook disappears, and DELETE accepts the guide’s body', async () => {
  const api = await newApi(server)
  const { webhook_id } = await newWebhook(api)
  const reply = await api.call('DELETE', `/v2/webhooks/${webhook_id}`, { body: { destination_url: address } })
  expect(reply.json()).toEqual({ webhook_id, event_datetime: '2026-03-01T12:00:00.000000' })
  expect((await api.call('GET', `/v2/webhooks/${webhook_id}`)).json().error).toBe(4102)
})

test('search finds in id or URL or event types or emails', async () => {
  const api = await newApi(server)
  await newWebhook(api, { event_types: ['agreement.viewed'] })
  const { webhook_id } = await newWebhook(api, {
    notification_emails: ['zoe@b.example'],
    event_types: ['verification'],
  })
  const find = async (text: string) => (await api.call('GET', `/v2/webhooks?search=${text}`)).json().total
  expect([await find('ZOE@'), await find(webhook_id), await find('DESTINATION'), await find('viewed')]).toEqual([
    1, 1, 2, 1,
  ])
})

test('a list can be sorted by any plain attribute, both ways', async () => {
  const api = await newApi(server)
  for (const name of ['b', 'c', 'a']) await newWebhook(api, { destination_url: `https://${name}.example/` })
  const order = async (by: string) => {
    const { items } = (await api.call('GET', `/v2/webhooks?order_by=${by}`)).json()
    return items.map((webhook: { destination_url: string }) => webhook.destination_url.slice(8, 9)).join('')
  }
  expect([await order('destination_url'), await order('destination_url desc')]).toEqual(['abc', 'cba'])
  const others = [
    'created_at',
    'updated_at',
    'service_status',
    'webhook_id',
    'organization_id',
    'created_by',
    'updated_by',
  ]
  for (const field of others)
    for (const way of ['ASC', 'DESC']) expect([...(await order(`${field} ${way}`))].sort()).toEqual(['a', 'b', 'c'])
})

test('an event of a webhook can be listed and read, and its body has the verification’s state', async () => {
  const api = await newApi(server)
  const { webhook_id } = await newWebhook(api)
  await newVerification(api.ctx)
  const page = (await api.call('GET', `/v2/webhooks/${webhook_id}/events`)).json()
  expect(page).toMatchObject({ webhook_id, event_datetime: expect.any(String), total: 1, items: [{ webhook_id }] })
  const [event] = page.items
  expect(event.data).toMatchObject({ verification_type: 'enhanced_identity_verification', status: 'started' })
  const one = await api.call('GET', `/v2/webhooks/${webhook_id}/events/${event.event_id}`)
  expect(one.json()).toEqual(event)
})

test('a rotation makes a new secret and shows it', async () => {
  const api = await newApi(server)
  const { webhook_id, secret } = await newWebhook(api)
  const rotated = (await api.call('POST', `/v2/webhooks/${webhook_id}/rotate-secret`)).json()
  expect(rotated.secret).toMatch(/^whsec_/)
  expect(rotated.secret).not.toBe(secret)
})

test('a test event is queued for its webhook and can be redelivered', async () => {
  const api = await newApi(server)
  const { webhook_id } = await newWebhook(api)
  const sent = await api.call('POST', `/v2/webhooks/${webhook_id}/test`, { body: { event_type: 'agreement.signed' } })
  expect([sent.statusCode, sent.json().is_test]).toEqual([202, true])
  const again = await api.call('POST', `/v2/webhooks/${webhook_id}/events/${sent.json().event_id}/redeliver`)
  expect([again.statusCode, again.json().state]).toEqual([202, 'pending'])
})

test('every fault of a body is reported at once, unknown members included', async () => {
  const api = await newApi(server)
  const body = { destination_url: 5, event_types: ['x'], colour: 'red' }
  const reply = await api.call('POST', '/v2/webhooks', { body })
  expect(reply.statusCode).toBe(422)
  const paths = reply.json().errors.map((fault: { path: string }) => fault.path)
  expect(paths.sort()).toEqual(['colour', 'destination_url', 'event_types.0'])
})
