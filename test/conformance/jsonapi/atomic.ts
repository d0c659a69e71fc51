import { expect } from 'vitest'
import { formatId } from '../../../src/core/ids.ts'
import { maxOperations } from '../../../src/http/jsonapi/operations.ts'
import { addMember } from '../../support/members.ts'
import { atomicType, type Checks, expectError, expectStatus } from './check.ts'
import { agreementAttributes, create, type World } from './world.ts'

type Results = { data?: { type: string; id: string; attributes: Record<string, unknown> } }[]

const run = (world: World, operations: unknown, extra: object = {}) =>
  world.call('POST', '/operations', {
    body: { 'atomic:operations': operations, ...extra },
    headers: { 'content-type': atomicType, accept: atomicType },
  })
const resultsOf = (text: string): Results => JSON.parse(text)['atomic:results']
const addKey = (name: string, over: object = {}) => ({
  op: 'add',
  data: { type: 'api-keys', attributes: { name }, ...over },
})
const countKeys = async (world: World, name: string) =>
  (await world.get(`/api-keys?filter[name]=${name}`)).body.meta.total

export const atomic: Checks = {
  'AO-01': async (world) => {
    for (const method of ['GET', 'PATCH', 'DELETE']) expectError(await world.call(method, '/operations'), 405)
    const answer = expectStatus(await run(world, [addKey('K')]), 200)
    expect(answer.headers['content-type']).toBe(atomicType)
    expectError(await world.call('POST', '/operations', { body: { 'atomic:operations': [addKey('K')] } }), 415)
  },
  'AO-02': async (world) => {
    for (const extra of [{ data: null }, { included: [] }, { errors: [] }])
      expectError(await run(world, [addKey('K')], extra), 400)
    for (const operations of [[], {}, null, 'x', [1]]) expectError(await run(world, operations), 400)
    expectError(await run(world, undefined), 400)
  },
  'AO-03': async (world) => {
    const ref = { type: 'api-keys', id: 'x' }
    const broken: [object, string][] = [
      [{ op: 'replace' }, '/op'],
      [{ ref }, ''],
      [{ op: 'remove', ref, href: '/api-keys/x' }, ''],
      [{ op: 'remove', ref: { id: 'x' } }, '/ref'],
      [{ op: 'remove', ref: { type: 'api-keys' } }, '/ref'],
      [{ op: 'remove', ref: { ...ref, lid: 'y' } }, '/ref'],
      [{ op: 'remove', ref: { ...ref, relationship: 1 } }, '/ref/relationship'],
      [{ op: 'remove', href: 'nowhere' }, '/href'],
    ]
    for (const [operation, pointer] of broken)
      expectError(await run(world, [addKey('never'), operation]), 400, { pointer: `/atomic:operations/1${pointer}` })
    expect(await countKeys(world, 'never')).toBe(0)
  },
  'AO-04': async (world) => {
    const agreement = { data: { type: 'agreements', lid: 'a' } }
    const answer = await run(world, [
      { op: 'add', data: { type: 'agreements', lid: 'a', attributes: agreementAttributes } },
      { op: 'add', data: { type: 'agreement-links', attributes: { title: 'By lid' }, relationships: { agreement } } },
      { op: 'update', ref: agreement.data, data: { ...agreement.data, attributes: { title: 'Twice' } } },
    ])
    const [made, link] = resultsOf(expectStatus(answer, 200).text)
    const found = await world.get(`/agreement-links/${link?.data?.id}/agreement`)
    expect([found.body.data.id, found.body.data.attributes.title]).toEqual([made?.data?.id, 'Twice'])
  },
  'AO-05': async (world) => {
    const bad = { op: 'add', data: { type: 'api-keys', attributes: { name: '' } } }
    const pointer = '/atomic:operations/1/data/attributes/name'
    expectError(await run(world, [addKey('undone'), bad]), 422, { pointer })
    expect(await countKeys(world, 'undone')).toBe(0)
  },
  'AO-06': async (world) => {
    const { id } = await create(world, 'api-keys', { name: 'short' })
    const remove = { op: 'remove', ref: { type: 'api-keys', id } }
    const results = resultsOf((await run(world, [addKey('A'), remove, addKey('B')])).text)
    expect(results.map(({ data }) => data?.attributes.name)).toEqual(['A', undefined, 'B'])
    expect(results[1]).toEqual({})
    const [other] = resultsOf((await run(world, [addKey('C')])).text)
    const only = { op: 'remove', href: `/api-keys/${other?.data?.id}` }
    expectStatus(await run(world, [only]), 204)
  },
  'AO-07': async (world) => {
    const [made] = resultsOf((await run(world, [addKey('K')])).text)
    const data = { type: 'api-keys', id: made?.data?.id, attributes: { name: 'L' } }
    const [changed] = resultsOf((await run(world, [{ op: 'update', data }])).text)
    expect(changed?.data?.attributes.name).toBe('L')
  },
  'AO-08': async (world) => {
    expectError(await run(world, [{ op: 'remove' }]), 400)
    const user = { id: formatId('user', (await addMember(world.ctx, { role: 'viewer' })).id) }
    const role = await create(world, 'roles', { name: `ao${Date.now()}`, permissions: [] })
    const of = (relationship: string, type: string, id: string) => ({ type, id, relationship })
    const toOne = { op: 'update', ref: of('role', 'users', user.id), data: { type: 'roles', id: role.id } }
    const toMany = {
      op: 'add',
      href: `/roles/${world.role}/relationships/users`,
      data: [{ type: 'users', id: user.id }],
    }
    expectStatus(await run(world, [toOne, toMany]), 204)
    expect((await world.get(`/users/${user.id}/role`)).body.data.id).toBe(world.role)
    expectError(await run(world, [{ op: 'remove', ref: of('users', 'roles', world.role), data: [] }]), 403)
  },
  'AO-09': async (world) => {
    const table: [object, number][] = [
      [{ op: 'add', data: { type: 'nope' } }, 404],
      [{ op: 'add', data: { type: 'verifications', attributes: {} } }, 422],
      [{ op: 'add', data: { type: 'signers', attributes: {} } }, 403],
      [{ op: 'add' }, 400],
      [{ op: 'update', data: { type: 'roles', id: world.role, attributes: { name: 'x' } } }, 409],
      [{ op: 'remove', ref: { type: 'api-keys', id: 'key_0' } }, 404],
    ]
    for (const [operation, status] of table) {
      const { body } = expectStatus(await run(world, [operation]), status)
      expect(body.errors[0].source?.pointer).toMatch(/^\/atomic:operations\/0/)
    }
  },
  'AO-10': async (world) => {
    const many = Array.from({ length: maxOperations + 1 }, () => addKey('over'))
    expectError(await run(world, many), 400, { pointer: '/atomic:operations' })
    expectStatus(await run(world, many.slice(1)), 200)
  },
}
