import { expect } from 'vitest'
import { formatId, newId } from '../../../src/core/ids.ts'
import { type Checks, expectError, expectStatus } from './check.ts'
import { create, post, type World } from './world.ts'

const missingUser = () => ({ data: { type: 'agreements', id: formatId('agreement', newId()) } })
const total = async (world: World, path: string) => (await world.get(path)).body.meta.total

export const fetching: Checks = {
  'FE-01': async (world) => {
    const user = `/users/${world.user}`
    for (const path of ['/users', user, `${user}/role`, `${user}/relationships/role`])
      expectStatus(await world.get(path), 200)
  },
  'FE-02': async (world) => {
    const gone = formatId('user', newId())
    const paths = [gone, `${gone}/role`, `${gone}/relationships/role`, `${world.user}/relationships/nope`, 'x']
    for (const path of paths) expectError(await world.get(`/users/${path}`), 404)
    expectError(await world.get(`/users/${world.user}/nope`), 404)
  },
  'FE-03': async (world) => {
    const path = `/verifications/${world.verification}`
    for (const to of ['parent', 'relationships/parent'])
      expect(expectStatus(await world.get(`${path}/${to}`), 200).body.data).toBeNull()
    for (const to of ['scans', 'relationships/scans'])
      expect(expectStatus(await world.get(`${path}/${to}`), 200).body.data).toEqual([])
  },
  'FE-04': async (world) => {
    const { body } = await world.get(`/users/${world.user}/relationships/role`)
    expect(Object.keys(body.data)).toEqual(['type', 'id'])
    expect(Object.keys(body.links)).toEqual(['self', 'related'])
  },
  'FE-05': async (world) => {
    const head = await world.call('HEAD', '/users')
    expect([head.status, head.text]).toEqual([200, ''])
    const options = await world.call('OPTIONS', `/users/${world.user}`)
    expect([options.status, options.headers.allow]).toEqual([204, 'GET, HEAD, PATCH, DELETE, OPTIONS'])
    const { headers } = await world.get(`/roles/${world.role}`)
    const again = await world.get(`/roles/${world.role}`, { 'if-none-match': String(headers.etag) })
    expect([again.status, again.text]).toEqual([304, ''])
  },
}

export const creating: Checks = {
  'CR-01': async (world) => {
    const bodies: [unknown, string][] = [
      [{}, ''],
      [[], ''],
      [{ data: [] }, '/data'],
      [{ data: null }, '/data'],
      [{ data: { attributes: {} } }, '/data'],
      [{ data: { type: 1 } }, '/data/type'],
      ['"x"', ''],
      ['{', ''],
    ]
    for (const [body, pointer] of bodies) expectError(await world.call('POST', '/api-keys', { body }), 400, { pointer })
    expectError(await world.call('POST', '/api-keys'), 400)
  },
  'CR-02': async (world) => {
    const { body } = expectStatus(await post(world, 'api-keys', { name: 'K' }), 201)
    expect(body.data).toMatchObject({ type: 'api-keys', attributes: { name: 'K' } })
  },
  'CR-03': async (world) => {
    expect((await post(world, 'api-keys', { name: 'K' })).headers.location).toMatch(/\/v1\/api\/api-keys\/key_\w+$/)
  },
  'CR-04': async (world) => {
    const { headers, body } = await post(world, 'api-keys', { name: 'K' })
    expect(headers.location).toBe(body.data.links.self)
  },
  'CR-05': async (world) => {
    const data = { type: 'api-keys', id: '0b5e0a4c-0e7e-4f0e-9d3e-000000000000', attributes: { name: 'K' } }
    expectError(await world.call('POST', '/api-keys', { body: { data } }), 403, { pointer: '/data/id' })
  },
  'CR-06': async (world) => {
    const data = { type: 'users', attributes: { name: 'K' } }
    expectError(await world.call('POST', '/webhooks', { body: { data } }), 409, { pointer: '/data/type' })
  },
  'CR-07': async (world) => {
    const pointer = '/data/relationships/agreement/data'
    const link = (relationships: object) => post(world, 'agreement-links', {}, relationships)
    expectError(await link({ agreement: missingUser() }), 404, { pointer })
    expectError(await link({ agreement: { data: { type: 'agreements', id: '999' } } }), 404, { pointer })
  },
  'CR-08': async (world) => {
    for (const broken of [{}, null, [], 'x'])
      expectError(await post(world, 'agreement-links', {}, { agreement: broken }), 400, {
        pointer: '/data/relationships/agreement',
      })
    expectError(await post(world, 'agreement-links', {}, { agreement: { data: [] } }), 400)
  },
  'CR-09': async (world) => {
    const before = await total(world, '/agreement-links')
    expectError(await post(world, 'agreement-links', { title: 'Half' }, { agreement: missingUser() }), 404)
    expect(await total(world, '/agreement-links')).toBe(before)
  },
  'CR-10': async (world) => {
    expectStatus(await post(world, 'webhooks', { destinationUrl: 'http://127.0.0.1:9/' }), 201)
  },
  'CR-11': async (world) => {
    const data = { type: 'api-keys', lid: 'mine', attributes: { name: 'K' } }
    expectStatus(await world.call('POST', '/api-keys', { body: { data } }), 201)
    expectError(await world.call('POST', '/api-keys', { body: { data: { ...data, lid: 7 } } }), 400)
  },
  'CR-12': async (world) => {
    const { id } = await create(world, 'roles', { name: 'twice', permissions: [] })
    const again = expectError(await post(world, 'roles', { name: 'twice', permissions: [] }), 409, {
      pointer: '/data/attributes/name',
    })
    expect(again.body.errors[0].detail).toContain('twice')
    await world.call('DELETE', `/roles/${id}`)
  },
}
