import { expect, test } from 'vitest'
import { formatId } from '../../src/core/ids.ts'
import { newApi, useServer } from '../support/api.ts'
import { newVerification } from '../support/verifications.ts'

const server = useServer()

test('a verification can be read at both paths of the guide, with the guide’s attributes', async () => {
  const api = await newApi(server)
  const id = formatId('verification', (await newVerification(api.ctx)).id)
  const [plural, singular] = [
    await api.call('GET', `/v2/verifications/${id}`),
    await api.call('GET', `/verification/${id}`),
  ]
  expect(plural.statusCode).toBe(200)
  expect(plural.json()).toMatchObject({ verification_id: id, status: 'started', result: null, is_scan: false })
  expect(singular.json()).toEqual(plural.json())
})

test('a list has items and exact totals', async () => {
  const api = await newApi(server)
  for (let count = 0; count < 3; count++) await newVerification(api.ctx)
  const reply = await api.call('GET', '/v2/verifications?size=2&page=2')
  expect(reply.json()).toMatchObject({ total: 3, page: 2, size: 2, pages: 2, items: [{}] })
})

test('a deleted verification disappears, and the reply has the time in unix milliseconds', async () => {
  const api = await newApi(server)
  const id = formatId('verification', (await newVerification(api.ctx)).id)
  const reply = await api.call('DELETE', `/v2/verification/${id}`)
  expect(reply.json()).toEqual({ verification_id: id, event_datetime: expect.any(Number) })
  const again = await api.call('GET', `/v2/verifications/${id}`)
  expect([again.statusCode, again.json().error]).toEqual([404, 4101])
})

test('the health check needs no key', async () => {
  const reply = await server.app.inject('/v2/verifications/health-check')
  expect([reply.statusCode, reply.json()]).toEqual([200, { status: 'ok' }])
})

test('a request without a key gets the guide’s error 2002, word for word', async () => {
  const reply = await server.app.inject('/v2/verifications')
  expect(reply.statusCode).toBe(401)
  expect(reply.json()).toEqual({
    detail: 'Please, make sure your request HEADER contains the API key and it is a valid one.',
    error: 2002,
    message: 'Unauthorized access.',
    more_info: 'http://sealane.localhost:3000/knowledge/errors/2002',
    request_id: reply.headers['x-request-id'],
  })
})
