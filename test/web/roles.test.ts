import { beforeAll, describe, expect, test } from 'vitest'
import { createApiCredential } from '../../src/core/accounts/index.ts'
import { builtinRoles, permissions } from '../../src/core/permissions.ts'
import { resources } from '../../src/http/jsonapi/registry.ts'
import { samples } from '../../tools/samples/jsonapi.ts'
import { newSample } from '../conformance/jsonapi/new-sample.ts'
import { newWorld, type World } from '../conformance/jsonapi/world.ts'
import { clientOf, mediaType } from '../support/jsonapi.ts'
import { newBrowser, newPerson } from '../support/people.ts'

// Every type and verb of the JSON:API dialect for every built-in role, by cookie and by token.
let world: World
beforeAll(async () => {
  world = await newWorld()
})

const roles = Object.entries(builtinRoles)
type Call = [method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object]

async function bothWays(role: string) {
  const { ctx, app, slug } = world
  const person = await newPerson(ctx.organizationId, { role })
  const browser = newBrowser(app, `${slug}.sealane.localhost`)
  await browser.signIn(person.email)
  const actor = { kind: 'user', id: person.id, role: 'admin', permissions } as const
  const { token } = await createApiCredential({ ...ctx, actor }, { name: 'Test' })
  const client = clientOf(app, { ctx, slug, userId: person.id, token })
  return async ([method, path, body]: Call) => {
    const headers = { 'content-type': body ? mediaType : '' }
    const url = `/v1/api${path}`
    const byCookie = await browser.ask({ method, url, headers, ...(body && { body }) })
    const byToken = await client.call(method, path, body ? { body } : {})
    const told = (text: string) => JSON.parse(text || '{}').errors?.[0]
    const shown = (status: number, error: { code?: string; meta?: { permission?: string } } | undefined) => [
      status,
      error?.code ?? null,
      error?.meta?.permission ?? null,
    ]
    return [shown(byCookie.statusCode, told(byCookie.body)), shown(byToken.status, told(byToken.text))]
  }
}

const missing = (permission: string | undefined) => [403, 'permission_missing', permission]

describe.each(roles)('the role %s', (role, held) => {
  const holds = (permission: string | undefined) => held.some((one) => one === permission)

  test('reads by cookie what it reads by token, and nothing else', async () => {
    const ask = await bothWays(role)
    for (const { type, permissions: needed } of resources) {
      const expected = needed.read === undefined || holds(needed.read) ? [200, null, null] : missing(needed.read)
      expect([type, ...(await ask(['GET', `/${type}`]))]).toEqual([type, expected, expected])
    }
  })

  test('writes nothing by cookie that it may not write by token', async () => {
    const ask = await bothWays(role)
    const closed = resources.filter(({ permissions: { write } }) => write && !holds(write))
    expect(closed.length === 0).toBe(role === 'admin')
    for (const resource of closed) {
      const { type, create, update, remove, permissions: needed } = resource
      const refused = missing(needed.write)
      const [one] = (await world.get(`/${type}?page[size]=1`)).body.data
      const path = `/${type}/${one.id}`
      const calls: Call[] = []
      // A type without a sample is refused for its shape first, which says nothing about roles.
      if (create && type in samples) {
        const [attributes, relationships] = await newSample(world, resource)
        calls.push(['POST', `/${type}`, { data: { type, attributes, relationships } }])
      }
      if (update && holds(needed.read)) calls.push(['PATCH', path, { data: { type, id: one.id } }])
      if (remove && !needed.remove && holds(needed.read)) calls.push(['DELETE', path])
      for (const call of calls) expect([call, ...(await ask(call))]).toEqual([call, refused, refused])
    }
  })
})
