import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { parseId } from '../../src/core/ids.ts'
import { continueRecovery } from '../../src/core/webhooks/recover-step.ts'
import { type Api, newApi, testNow, useServer } from '../support/api.ts'
import { database } from '../support/organization.ts'
import { newVerification } from '../support/verifications.ts'

const server = useServer()
const since = Date.UTC(2020, 0, 1)

async function newWebhook(api: Api, body: object = {}): Promise<string> {
  const reply = await api.call('POST', '/v2/webhooks', { body: { destination_url: 'https://a.example', ...body } })
  return `/v2/webhooks/${reply.json().webhook_id}`
}

/** Numbers and ends open deliveries, as the engine does when a receiver fails. */
async function failAll(api: Api) {
  const rows = await database.system
    .deleteFrom('open_deliveries')
    .where('organization_id', '=', api.ctx.organizationId)
    .returningAll()
    .execute()
  const ended = { state: 'failed', attempts: 10, finished_at: testNow } as const
  const closed = rows
    .sort((a, b) => a.position - b.position)
    .map(({ organization_id, webhook_id, event_id, position }, index) => ({
      ...{ organization_id, webhook_id, event_id, position, sequence: index + 1 },
      ...ended,
    }))
  await database.system.insertInto('closed_deliveries').values(closed).execute()
}

async function missEvents(api: Api, count: number): Promise<string> {
  const webhook = await newWebhook(api)
  for (let n = 0; n < count; n++) await newVerification(api.ctx, { metadata: { n: String(n) } })
  await failAll(api)
  return webhook
}

test('a recovery shows how much was missed and its progress', async () => {
  const api = await newApi(server)
  const webhook = await missEvents(api, 3)
  const begun = await api.call('POST', `${webhook}/recoveries`, { body: { since } })
  expect(begun.statusCode).toBe(202)
  expect(begun.json()).toMatchObject({ state: 'running', since, total: 3, reopened: 0, per_second: 100 })
  const one = await api.call('GET', `${webhook}/recoveries/${begun.json().recovery_id}`)
  expect(one.json()).toEqual(begun.json())
  expect((await api.call('GET', `${webhook}/recoveries`)).json()).toMatchObject({ total: 1, items: [one.json()] })
})

test('a webhook has one recovery at a time, and a cancelled one makes room', async () => {
  const api = await newApi(server)
  const webhook = await missEvents(api, 1)
  const begin = () => api.call('POST', `${webhook}/recoveries`, { body: { since } })
  const { recovery_id } = (await begin()).json()
  expect([(await begin()).statusCode, (await begin()).json().error]).toEqual([409, 5001])
  const cancelled = await api.call('DELETE', `${webhook}/recoveries/${recovery_id}`)
  expect(cancelled.json()).toMatchObject({ recovery_id, state: 'cancelled', finished_at: testNow.getTime() })
  expect((await begin()).statusCode).toBe(202)
})

test('a recovery of another webhook is not found', async () => {
  const api = await newApi(server)
  const [webhook, other] = [await missEvents(api, 1), await newWebhook(api)]
  const { recovery_id } = (await api.call('POST', `${webhook}/recoveries`, { body: { since } })).json()
  for (const method of ['GET', 'DELETE'] as const) {
    const reply = await api.call(method, `${other}/recoveries/${recovery_id}`)
    expect([reply.statusCode, reply.json().error]).toEqual([404, 4114])
  }
})

/** Every open delivery fails once. It is due again in an hour, and the webhook rests for that time. */
async function rest(api: Api) {
  const due_at = new Date(Date.now() + 3_600_000)
  const of = api.ctx.organizationId
  await database.system.updateTable('open_deliveries').set({ due_at }).where('organization_id', '=', of).execute()
  const rests = database.system.updateTable('webhook_lanes').set({ open_until: due_at, has_parked: false })
  await rests.where('organization_id', '=', of).execute()
}

async function countDue(api: Api): Promise<number> {
  const { rows } = await sql<{ due: number }>`select count(*)::int as due from open_deliveries
    where organization_id = ${api.ctx.organizationId} and due_at = '-infinity'`.execute(database.system)
  return rows[0]?.due ?? 0
}

test('a recovery can send waiting deliveries at once, at the given pace', async () => {
  const api = await newApi(server)
  const webhook = await newWebhook(api)
  for (let n = 0; n < 3; n++) await newVerification(api.ctx, { metadata: { n: String(n) } })
  await rest(api)
  const begun = await api.call('POST', `${webhook}/recoveries`, { body: { scope: 'waiting', per_second: 2 } })
  expect(begun.json()).toMatchObject({ state: 'running', total: 3, reopened: 0 })
  const id = parseId('recovery', begun.json().recovery_id) ?? ''
  for (const [count, state] of [
    [2, 'running'],
    [3, 'running'],
    [3, 'done'],
  ]) {
    await continueRecovery(api.ctx, id)
    const now = (await api.call('GET', `${webhook}/recoveries/${begun.json().recovery_id}`)).json()
    expect([await countDue(api), now.reopened, now.state]).toEqual([count, count, state])
  }
})

test('a recovery of missed deliveries needs a start', async () => {
  const api = await newApi(server)
  const reply = await api.call('POST', `${await newWebhook(api)}/recoveries`, { body: {} })
  expect([reply.statusCode, reply.json().errors]).toMatchObject([422, [{ path: 'since' }]])
})

test('a disabled webhook cannot be recovered', async () => {
  const api = await newApi(server)
  const webhook = await newWebhook(api, { service_status: false })
  const reply = await api.call('POST', `${webhook}/recoveries`, { body: { since } })
  expect([reply.statusCode, reply.json().error]).toEqual([409, 5001])
})

test('after=<sequence> lists the deliveries after a number, in order', async () => {
  const api = await newApi(server)
  const webhook = await missEvents(api, 4)
  const numbers = async (query: string) => {
    const { items } = (await api.call('GET', `${webhook}/events?${query}`)).json()
    return items.map((event: { sequence?: number }) => event.sequence)
  }
  expect(await numbers('after=0')).toEqual([1, 2, 3, 4])
  expect(await numbers('after=1&size=2&page=2')).toEqual([4])
  expect(await numbers('after=4')).toEqual([])
  expect(await numbers('')).toEqual([undefined, undefined, undefined, undefined])
})

test('events are filtered by type, state and time', async () => {
  const api = await newApi(server)
  const webhook = await missEvents(api, 2)
  await api.call('POST', `${webhook}/test`, { body: { event_type: 'agreement.signed' } })
  const at = testNow.getTime()
  const count = async (query: string) => (await api.call('GET', `${webhook}/events?${query}`)).json().total
  const queries = ['event_type=agreement.signed', 'state=failed', 'state=delivered', 'undelivered=true']
  expect(await Promise.all(queries.map(count))).toEqual([1, 2, 0, 3])
  const times = [`since=${at}`, `since=${at + 1}`, `until=${at}`, `since=${at - 1}&until=${at + 1}&state=pending`]
  expect(await Promise.all(times.map(count))).toEqual([3, 0, 0, 1])
})

const atFault = [1_767_225_600, testNow.getTime() / 1_000, testNow.getTime() + 2 * 86_400_000, 0]

test.each(atFault)('a recovery since %s is refused, because no event can have that time', async (moment) => {
  const api = await newApi(server)
  const webhook = await newWebhook(api)
  const reply = await api.call('POST', `${webhook}/recoveries`, { body: { since: moment } })
  expect([reply.statusCode, reply.json().errors]).toMatchObject([422, [{ path: 'since' }]])
  expect(reply.json().errors[0].message).toContain('count milliseconds')
  expect((await api.call('GET', `${webhook}/recoveries`)).json().total).toBe(0)
})

test.each(['/v2/event-log?since=', '/v2/event-log?until=', '/events?since=', '/events?until='])(
  '%s refuses a time in seconds',
  async (path) => {
    const api = await newApi(server)
    const url = path.startsWith('/v2') ? path : `${await newWebhook(api)}${path}`
    const reply = await api.call('GET', `${url}1767225600`)
    expect([reply.statusCode, reply.json().errors[0].path]).toEqual([422, path.slice(path.indexOf('?') + 1, -1)])
  },
)
