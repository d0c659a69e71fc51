import { expect } from 'vitest'
import { setMaintenance } from '../../../src/core/accounts/index.ts'
import { jsonApiFace } from '../../../src/http/jsonapi/index.ts'
import { createServer } from '../../../src/http/server.ts'
import { mediaType, newClient } from '../../support/jsonapi.ts'
import { dependencies } from '../../support/jsonapi-server.ts'
import { judgeResponse } from '../../support/judge/judge.ts'
import { type Checks, expectError, expectStatus } from './check.ts'
import { post, type World } from './world.ts'

const headers = { 'content-type': mediaType, vary: 'Accept' }
const judge = (error: object) =>
  judgeResponse(
    { method: 'GET', url: '/' },
    400,
    headers,
    JSON.stringify({ jsonapi: { version: '1.1' }, errors: [error] }),
  )

// A server whose clock fails, so that every request meets a bug.
async function brokenAnswer(world: World) {
  const broken = () => {
    throw new Error('secret detail at /srv/app.ts')
  }
  const app = await createServer({ ...dependencies, now: broken }, [jsonApiFace], { trustedProxies: [] })
  const answer = await app.inject({ url: '/v1/api/roles', headers: { authorization: `Bearer ${world.token}` } })
  await app.close()
  return answer
}

export const errors: Checks = {
  'ER-01': async (world) => {
    const long = `/roles?filter[name]=${'x'.repeat(17_000)}`
    const huge = JSON.stringify({ data: 'x'.repeat(1_100_000) })
    const table: [number, ReturnType<World['call']>][] = [
      [404, world.get('/nowhere')],
      [400, world.get('/roles/%zz')],
      [413, world.call('POST', '/api-keys', { body: huge })],
      [414, world.get(long)],
      [404, world.get(`/roles/${'x'.repeat(500)}`)],
      [415, world.call('POST', '/api-keys', { body: '{}', headers: { 'content-type': 'text/plain' } })],
      [405, world.call('PUT', '/api-keys')],
      [405, world.call('DELETE', '/api-keys')],
      [401, world.get('/roles', { authorization: 'Bearer nope' })],
      [400, world.call('POST', '/api-keys', { body: '{"a":' })],
      [400, world.call('POST', '/api-keys', { body: '{"__proto__":{}}' })],
    ]
    for (const [status, call] of table) {
      const answer = expectStatus(await call, status)
      expect([answer.headers['content-type'], Array.isArray(answer.body.errors)]).toEqual([mediaType, true])
    }
    const resting = await newClient()
    await setMaintenance(resting.ctx, true)
    const answer = expectStatus(await resting.get('/roles'), 503)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect((await brokenAnswer(world)).headers['content-type']).toBe(mediaType)
  },
  'ER-02': async () => {
    expect(judge({})).not.toEqual([])
    expect(judge({ status: 400 })).not.toEqual([])
    expect(judge({ status: '400', reason: 'x' })).not.toEqual([])
  },
  'ER-03': async () => {
    expect(judge({ status: '404' })).toContain('status 400, but the error says 404')
  },
  'ER-04': async (world) => {
    const [first] = (await world.get('/roles?a=1')).body.errors
    const [second] = (await world.get('/roles?b=1')).body.errors
    expect(first.title).toBe(second.title)
    expect(first.detail).not.toBe(second.detail)
  },
  'ER-05': async (world) => {
    expectError(await post(world, 'api-keys', {}), 422, { pointer: '/data/attributes' })
    expectError(await world.call('POST', '/api-keys', { body: { data: { type: 'api-keys' } } }), 422, {
      pointer: '/data',
    })
    expectError(await post(world, 'api-keys', { name: 7 }), 422, { pointer: '/data/attributes/name' })
    expectError(await world.get('/roles?nope=1'), 400, { parameter: 'nope' })
    expectError(await world.get('/roles', { accept: 'text/html' }), 406, { header: 'Accept' })
    const data = { kind: 'motor_vehicle_record', personalData: { legalName: { first: 'A', last: 'B' } } }
    const { body } = expectStatus(await post(world, 'verifications', data), 422)
    const pointers = new Set(body.errors.map(({ source }) => source?.pointer))
    expect(pointers).toEqual(new Set(['/data/attributes/personalData']))
  },
  'ER-06': async () => {
    expect(judge({ links: { help: 'http://x.test' } })).not.toEqual([])
  },
  'ER-07': async (world) => {
    const { body } = expectStatus(await post(world, 'api-keys', { name: '', requestsPerMinute: 0 }), 422)
    expect(body.errors.length).toBe(2)
    expect((await world.get('/roles?a=1&sort=-name&page[size]=0')).body.errors.length).toBe(3)
  },
  'ER-08': async (world) => {
    const answer = await brokenAnswer(world)
    const [error] = JSON.parse(answer.payload).errors
    expect([answer.statusCode, error.id]).toEqual([500, answer.headers['x-request-id']])
    expect(answer.payload).not.toMatch(/secret|srv|stack/)
  },
}
