import { expect, test } from 'vitest'
import { type Api, newApi, testNow, useServer } from '../support/api.ts'
import { database } from '../support/organization.ts'
import { newVerification } from '../support/verifications.ts'

const server = useServer()
const nowhere = { pending: 0, delivered: 0, failed: 0, held: 0 }

async function newWebhook(api: Api): Promise<string> {
  const reply = await api.call('POST', '/v2/webhooks', { body: { destination_url: 'https://a.example' } })
  return `/v2/webhooks/${reply.json().webhook_id}`
}

const list = async (api: Api, query = '') => (await api.call('GET', `/v2/event-log?${query}`)).json()

test('an event without a webhook is listed and counts as undelivered', async () => {
  const api = await newApi(server)
  await newVerification(api.ctx)
  const page = await list(api, 'undelivered=true')
  expect(page).toMatchObject({ total: 1, items: [{ event_type: 'verification', deliveries: nowhere }] })
  expect(page.items[0].data).toMatchObject({ status: 'started' })
})

test('an event has the number of its deliveries in each state', async () => {
  const api = await newApi(server)
  for (let n = 0; n < 2; n++) await newWebhook(api)
  await newVerification(api.ctx)
  expect((await list(api)).items).toMatchObject([{ deliveries: { ...nowhere, pending: 2 } }])
})

test('events are filtered by type, state and time', async () => {
  const api = await newApi(server)
  await newVerification(api.ctx)
  await api.call('POST', `${await newWebhook(api)}/test`, { body: { event_type: 'agreement.signed' } })
  const count = async (query: string) => (await list(api, query)).total
  const queries = ['', 'event_type=agreement.signed', 'state=pending', 'state=failed', 'undelivered=true']
  expect(await Promise.all(queries.map(count))).toEqual([2, 1, 1, 0, 2])
  const at = testNow.getTime()
  expect(await Promise.all([`since=${at}`, `since=${at + 1}`, `until=${at}`].map(count))).toEqual([2, 0, 0])
})

test('an event with a 2xx from every webhook is not undelivered', async () => {
  const api = await newApi(server)
  await newWebhook(api)
  await newVerification(api.ctx)
  const [open] = await database.system
    .deleteFrom('open_deliveries')
    .where('organization_id', '=', api.ctx.organizationId)
    .returning(['organization_id', 'webhook_id', 'event_id', 'position'])
    .execute()
  if (!open) throw new Error('The event opened no delivery.')
  const ended = { ...open, sequence: 1, state: 'delivered', attempts: 1, finished_at: testNow } as const
  await database.system.insertInto('closed_deliveries').values(ended).execute()
  expect([(await list(api, 'undelivered=true')).total, (await list(api, 'state=delivered')).total]).toEqual([0, 1])
})

test('the events of another organization are not listed', async () => {
  const [api, other] = [await newApi(server), await newApi(server)]
  await newVerification(other.ctx)
  expect(await list(api)).toMatchObject({ total: 0, items: [] })
})
