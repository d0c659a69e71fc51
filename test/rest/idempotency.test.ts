import { expect, test } from 'vitest'
import { newApi, testNow, useServer } from '../support/api.ts'
import { database } from '../support/organization.ts'

const clock = { now: testNow }
const server = useServer({ now: () => clock.now })
const body = { destination_url: 'https://a.example/hook' }
const headers = { 'idempotency-key': '"8e03978e-40d5-43e8-bc93-6894a57f9324"' }

test('a repeated request has one effect, and its second reply has no secret', async () => {
  const api = await newApi(server)
  const first = await api.call('POST', '/v2/webhooks', { body, headers })
  const second = await api.call('POST', '/v2/webhooks', { body, headers })
  expect(first.json().secret).toMatch(/^whsec_/)
  expect(second.json()).toEqual({ ...first.json(), secret: '(shown once, in the first reply)' })
  expect([first.headers['idempotent-replayed'], second.headers['idempotent-replayed']]).toEqual([undefined, 'true'])
  expect((await api.call('GET', '/v2/webhooks')).json().total).toBe(1)
})

test('two equal requests at once have one effect, and the other one gets its reply or a conflict', async () => {
  const api = await newApi(server)
  const send = () => api.call('POST', '/v2/webhooks', { body, headers })
  const replies = await Promise.all([send(), send(), send(), send()])
  const codes = replies.map((reply) => (reply.statusCode === 409 ? reply.json().error : reply.statusCode))
  expect(codes.every((code) => code === 200 || code === 5002)).toBe(true)
  expect((await api.call('GET', '/v2/webhooks')).json().total).toBe(1)
})

test('a key with another body is refused', async () => {
  const api = await newApi(server)
  await api.call('POST', '/v2/webhooks', { body, headers })
  const other = { destination_url: 'https://b.example/hook' }
  const reply = await api.call('POST', '/v2/webhooks', { body: other, headers })
  expect([reply.statusCode, reply.json().error]).toEqual([422, 5003])
})

test('a failed request is not remembered', async () => {
  const api = await newApi(server)
  const bad = await api.call('POST', '/v2/webhooks', { body: { destination_url: 'nowhere' }, headers })
  expect(bad.statusCode).toBe(422)
  expect((await api.call('POST', '/v2/webhooks', { body, headers })).statusCode).toBe(200)
})

test('idempotency keys are separate for each API key and organization', async () => {
  const [one, other] = [await newApi(server), await newApi(server)]
  await one.call('POST', '/v2/webhooks', { body, headers })
  const reply = await other.call('POST', '/v2/webhooks', { body, headers })
  expect(reply.headers['idempotent-replayed']).toBeUndefined()
})

test('after 24 hours a key is free again, and its reply is deleted', async () => {
  const api = await newApi(server)
  await api.call('POST', '/v2/webhooks', { body, headers })
  clock.now = new Date(testNow.getTime() + 24 * 3_600_000)
  const reply = await api.call('POST', '/v2/webhooks', { body, headers })
  clock.now = testNow
  expect(reply.headers['idempotent-replayed']).toBeUndefined()
  expect((await api.call('GET', '/v2/webhooks')).json().total).toBe(2)
})

test('a stored reply is unreadable in the database', async () => {
  const api = await newApi(server)
  const { secret } = (await api.call('POST', '/v2/webhooks', { body, headers })).json()
  const rows = await database.system
    .selectFrom('idempotent_replies')
    .select('reply')
    .where('organization_id', '=', api.ctx.organizationId)
    .execute()
  expect(rows).toHaveLength(1)
  expect(rows[0]?.reply?.includes(secret)).toBe(false)
})

test('an invalid idempotency key is refused', async () => {
  const api = await newApi(server)
  const reply = await api.call('POST', '/v2/webhooks', { body, headers: { 'idempotency-key': 'x'.repeat(300) } })
  expect(reply.json().error).toBe(3008)
})
