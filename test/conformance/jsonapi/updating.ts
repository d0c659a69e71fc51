import { expect } from 'vitest'
import { formatId, newId } from '../../../src/core/ids.ts'
import { addMember } from '../../support/members.ts'
import { type Checks, expectError, expectStatus } from './check.ts'
import { create, type World } from './world.ts'

const newRole = (world: World) =>
  create(world, 'roles', { name: `r${newId().slice(-12)}`, permissions: ['users:read'] })

async function newUser(world: World, role: string) {
  const { data } = (await world.get(`/roles/${role}`)).body
  return { id: formatId('user', (await addMember(world.ctx, { role: String(data.attributes.name) })).id) }
}

const patch = (world: World, path: string, data: object | null) => world.call('PATCH', path, { body: { data } })

export const updating: Checks = {
  'UP-01': async (world) => {
    const { id } = await create(world, 'api-keys', { name: 'K' })
    const path = `/api-keys/${id}`
    expectError(await patch(world, path, { type: 'webhooks', id }), 409, { pointer: '/data/type' })
    const other = formatId('api_key', newId())
    expectError(await patch(world, path, { type: 'api-keys', id: other }), 409, { pointer: '/data/id' })
    expectError(await patch(world, path, { type: 'api-keys' }), 400, { pointer: '/data' })
    expectError(await patch(world, path, { id }), 400, { pointer: '/data' })
  },
  'UP-02': async (world) => {
    const made = await create(world, 'api-keys', { name: 'K', requestsPerMinute: 7, expiresAt: '2100-01-01T00:00:00Z' })
    const data = { type: 'api-keys', id: made.id, attributes: { name: 'L' } }
    const { body } = expectStatus(await patch(world, `/api-keys/${made.id}`, data), 200)
    const { secret: _, updatedAt: __, ...kept } = made.attributes
    expect(body.data.attributes).toMatchObject({ ...kept, name: 'L' })
    expect(body.data.relationships.role?.data).toEqual(made.relationships.role?.data)
  },
  'UP-03': async (world) => {
    const relationships = { users: { data: [] } }
    const { id } = await newRole(world)
    expectError(await patch(world, `/roles/${id}`, { type: 'roles', id, relationships }), 403)
  },
  'UP-04': async (world) => {
    const made = await newRole(world)
    const data = { type: 'roles', id: made.id, attributes: { permissions: [] } }
    const { body } = expectStatus(await patch(world, `/roles/${made.id}`, data), 200)
    expect(body.data.attributes.updatedAt).not.toBe(made.attributes.updatedAt)
  },
  'UP-05': async (world) => {
    const id = formatId('user', newId())
    expectError(await patch(world, `/users/${id}`, { type: 'users', id }), 404)
    const role = { data: { type: 'roles', id: formatId('role', newId()) } }
    const data = { type: 'users', id: world.user, relationships: { role } }
    expectError(await patch(world, `/users/${world.user}`, data), 404, { pointer: '/data/relationships/role/data' })
  },
  'UP-06': async (world) => {
    const { verification: id } = world
    expectError(await patch(world, `/verifications/${id}`, { type: 'verifications', id }), 403)
    const data = { type: 'webhooks', id: world.webhook, attributes: { createdAt: '2020-01-01T00:00:00.000Z' } }
    expectError(await patch(world, `/webhooks/${world.webhook}`, data), 403, { pointer: '/data/attributes/createdAt' })
    const creator = { data: null }
    const linked = { type: 'webhooks', id: world.webhook, relationships: { creator } }
    expectError(await patch(world, `/webhooks/${world.webhook}`, linked), 403)
  },
  'UP-07': async (world) => {
    const [first, second] = [await newRole(world), await newRole(world)]
    const data = { type: 'roles', id: second.id, attributes: { name: first.attributes.name } }
    expectError(await patch(world, `/roles/${second.id}`, data), 409, { pointer: '/data/attributes/name' })
  },
  'UP-08': async (world) => {
    const made = await create(world, 'api-keys', { name: 'whole' })
    const data = { type: 'api-keys', id: made.id, attributes: { name: 'half', requestsPerMinute: 0 } }
    expectError(await patch(world, `/api-keys/${made.id}`, data), 422)
    expect((await world.get(`/api-keys/${made.id}`)).body.data.attributes.name).toBe('whole')
  },
}

export const relationships: Checks = {
  'RE-01': async (world) => {
    const [role, other] = [await newRole(world), await newRole(world)]
    const path = `/users/${(await newUser(world, role.id)).id}/relationships/role`
    const { body } = expectStatus(await patch(world, path, { type: 'roles', id: other.id }), 200)
    expect(body.data).toEqual({ type: 'roles', id: other.id })
    expectError(await patch(world, path, [{ type: 'roles', id: role.id }]), 400, { pointer: '/data' })
    const link = (await create(world, 'agreement-links', {}, linkTo(world))).id
    const folded = `/agreement-links/${link}/relationships/editor`
    expectError(await patch(world, folded, null), 404)
  },
  'RE-02': async (world) => {
    const { id } = await newRole(world)
    expectError(await patch(world, `/roles/${id}/relationships/users`, []), 403)
  },
  'RE-03': async (world) => {
    const [role, other] = [await newRole(world), await newRole(world)]
    const { id } = await newUser(world, role.id)
    const path = `/roles/${other.id}/relationships/users`
    const body = { data: [{ type: 'users', id }] }
    for (const _ of [1, 2]) expectStatus(await world.call('POST', path, { body }), 204)
    expect((await world.get(path)).body.data).toEqual(body.data)
  },
  'RE-04': async (world) => {
    const path = `/roles/${world.role}/relationships/users`
    for (const _ of [1, 2]) expectError(await world.call('DELETE', path, { body: { data: [] } }), 403)
  },
  'RE-05': async (world) => {
    const path = `/roles/${world.role}/relationships/users`
    for (const method of ['POST', 'PATCH', 'DELETE'])
      for (const body of [{}, { data: null }, { data: {} }]) expectError(await world.call(method, path, { body }), 400)
  },
  'RE-06': async (world) => {
    const role = await newRole(world)
    const path = `/users/${(await newUser(world, role.id)).id}/relationships/role`
    expectStatus(await patch(world, path, { type: 'roles', id: world.role }), 200)
  },
  'RE-07': async (world) => {
    const path = `/webhooks/${world.webhook}/relationships`
    expectError(await patch(world, `${path}/creator`, { type: 'users', id: world.user }), 403)
    expectError(await world.call('POST', `${path}/events`, { body: { data: [] } }), 403)
  },
  'RE-08': async (world) => {
    const body = { data: { type: 'roles', id: world.role } }
    for (const method of ['POST', 'DELETE']) {
      const answer = await world.call(method, `/users/${world.user}/relationships/role`, { body })
      expectError(answer, 405)
    }
  },
}

const linkTo = (world: World) => ({ agreement: { data: { type: 'agreements', id: world.agreement } } })

export const deleting: Checks = {
  'DE-01': async (world) => {
    const { id } = await create(world, 'api-keys', { name: 'K' })
    const answer = expectStatus(await world.call('DELETE', `/api-keys/${id}`), 204)
    expect(answer.text).toBe('')
  },
  'DE-02': async (world) => {
    for (const [type, attributes] of Object.entries({
      'api-keys': { name: 'K' },
      'api-credentials': { name: 'C' },
      webhooks: { destinationUrl: 'http://127.0.0.1:9/' },
    })) {
      const path = `/${type}/${(await create(world, type, attributes)).id}`
      expectStatus(await world.call('DELETE', path), 204)
      expectError(await world.call('DELETE', path), 404)
      expectError(await world.get(path), 404)
    }
  },
  'DE-03': async (world) => {
    const { id } = await create(world, 'api-keys', { name: 'K' })
    const headers = { 'content-type': 'application/vnd.api+json' }
    expectStatus(await world.call('DELETE', `/api-keys/${id}`, { headers, body: '' }), 204)
  },
}
