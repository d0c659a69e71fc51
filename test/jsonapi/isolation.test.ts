import { beforeAll, describe, expect, test } from 'vitest'
import { permissions } from '../../src/core/permissions.ts'
import { resources } from '../../src/http/jsonapi/registry.ts'
import type { Resource } from '../../src/http/jsonapi/resource.ts'
import { newWorld, type World } from '../conformance/jsonapi/world.ts'
import { type Answer, type Client, newClient } from '../support/jsonapi.ts'

// Every address of every type, against people without the permission and people of another organization.
let world: World
let stranger: Client

beforeAll(async () => {
  ;[world, stranger] = [await newWorld(), await newClient()]
})

async function newHolder(held: string[]): Promise<Client> {
  const client = await newClient()
  const { db, organizationId } = client.ctx
  await db.updateTable('roles').set({ permissions: held }).where('organization_id', '=', organizationId).execute()
  return client
}

const missingOf = ({ status, body }: Answer) => [status, body.errors[0].meta?.permission]

async function firstOf({ type }: Resource): Promise<string> {
  return (await world.get(`/${type}?page[size]=1`)).body.data[0].id
}

const named = (some: readonly Resource[]) => some.map((resource) => [resource.type, resource] as const)

describe.each(named(resources))('%s', (type, resource) => {
  const { read } = resource.permissions

  test('cannot be read without the permission, and the refusal names it', async () => {
    const nobody = await newHolder([])
    expect(missingOf(await nobody.get(`/${type}`))).toEqual([403, read])
    const id = await firstOf(resource)
    expect(missingOf(await nobody.get(`/${type}/${id}`))).toEqual([403, read])
  })
})

describe.each(named(resources.filter(({ remove }) => remove)))('%s', (type, resource) => {
  const { read, write = read, remove = write } = resource.permissions

  test('cannot be deleted with the permission to read', async () => {
    const id = await firstOf(resource)
    const { ctx, call } = world
    const others = permissions.filter((permission) => permission !== remove)
    const role = ctx.db.updateTable('roles').where('organization_id', '=', ctx.organizationId)
    await role.set({ permissions: others }).execute()
    const answer = await call('DELETE', `/${type}/${id}`)
    await role.set({ permissions: [...permissions] }).execute()
    expect(missingOf(answer)).toEqual([403, remove])
  })
})

test.each(named(resources.filter(({ remove }) => !remove)))(
  '%s cannot be deleted by anybody',
  async (type, resource) => {
    const path = `/${type}/${await firstOf(resource)}`
    const { status, body } = await world.call('DELETE', path)
    expect([status, body.errors[0].code]).toEqual([403, 'not_supported'])
    expect((await world.get(path)).status).toBe(200)
  },
)

// The texts of consents come with the program and belong to everybody. Statistics have the same ids in each
// organization, with its own counts (statistics.test.ts).
const everywhere = ['consent-texts', 'open-tasks', 'verification-statistics', 'submission-statistics']

describe.each(named(resources.filter(({ type }) => !everywhere.includes(type))))('%s', (type, resource) => {
  test('of another organization is not found at any of its URLs', async () => {
    const id = await firstOf(resource)
    const names = Object.keys(resource.relationships)
    const paths = ['', ...names.map((name) => `/${name}`), ...names.map((name) => `/relationships/${name}`)]
    for (const path of paths) {
      const { status, text } = await stranger.get(`/${type}/${id}${path}`)
      expect([path, status, /Robin|Lease|127\.0\.0\.1:9/.test(text)]).toEqual([path, 404, false])
    }
    const data = { type, id }
    expect((await stranger.call('PATCH', `/${type}/${id}`, { body: { data } })).status).toBe(404)
    expect((await stranger.call('DELETE', `/${type}/${id}`)).status).toBe(404)
    expect((await stranger.get(`/${type}?filter[id]=${id}`)).body.meta.total).toBe(0)
  })
})
