import { expect } from 'vitest'
import { listsProfile } from '../../../src/http/jsonapi/media-types.ts'
import { resources } from '../../../src/http/jsonapi/registry.ts'
import { mediaType } from '../../support/jsonapi.ts'
import { judgeResponse } from '../../support/judge/judge.ts'
import { type Check, type Checks, expectStatus } from './check.ts'
import type { World } from './world.ts'

const types = resources.map(({ type }) => type)
const headers = { 'content-type': mediaType, vary: 'Accept' }

// The judge looks at every response of the test run (test/support/jsonapi-server.ts). These prove that it would find
// each fault.
const judgeFinds =
  (document: unknown, asked = { method: 'GET', url: '/x' }): Check =>
  async () => {
    expect(judgeResponse(asked, 200, headers, JSON.stringify(document))).not.toEqual([])
  }
const both =
  (...checks: Check[]): Check =>
  async (world) => {
    for (const check of checks) await check(world)
  }
const jsonapi = { version: '1.1' }
const resource = (over: object) => ({ jsonapi, data: { type: 'x', id: '1', ...over } })

async function everyList(world: World, look: (body: Awaited<ReturnType<World['get']>>['body']) => void) {
  for (const type of types) look(expectStatus(await world.get(`/${type}?page[size]=5`), 200).body)
}

export const documents: Checks = {
  'DO-01': both(judgeFinds({ jsonapi }), (world) => everyList(world, (body) => expect(body).toHaveProperty('data'))),
  'DO-02': judgeFinds({ jsonapi, data: null, errors: [{ status: '400' }] }),
  'DO-03': judgeFinds({ jsonapi, meta: {}, included: [] }),
  'DO-04': judgeFinds({ jsonapi, data: null, total: 1 }),
  'DO-05': async (world) => {
    await everyList(world, (body) => expect(Array.isArray(body.data)).toBe(true))
    expect((await world.get('/roles?filter[name]=nobody')).body.data).toEqual([])
    expect((await world.get(`/verifications/${world.verification}/parent`)).body.data).toBeNull()
  },
  'DO-06': both(judgeFinds({ jsonapi: { version: 1 }, data: null }), (world) =>
    everyList(world, (body) => expect(body.jsonapi).toEqual(jsonapi)),
  ),
  'DO-07': judgeFinds({ jsonapi, data: null, links: { me: 'http://x.test' } }),
  'DO-08': async (world) => {
    const path = '/users?include=role&fields[users]=name,role&sort=name&page[size]=2&filter[name]=a'
    const { body } = await world.get(path)
    const again = await world.get(new URL(String(body.links.self)).href)
    expect(again.body).toEqual(body)
    const self = new URL(String(body.links.self)).searchParams
    expect(Object.fromEntries(self)).toEqual(Object.fromEntries(new URLSearchParams(path.split('?')[1])))
  },
  'DO-09': async (world) => {
    const type = `${mediaType};profile="${listsProfile}"`
    const { body } = await world.get('/roles', { accept: type })
    expect(body.links.self).toMatchObject({ type })
  },
  'DO-10': async (world) => {
    const data = { type: 'api-keys', attributes: { name: 'K' }, zip: 1 }
    expectStatus(await world.call('POST', '/api-keys', { body: { data, foo: 1 } }), 201)
  },
  'DO-11': async (world) => {
    const data = { type: 'api-keys', '@context': {}, attributes: { name: 'K', '@a': 1 }, relationships: { '@b': 1 } }
    expectStatus(await world.call('POST', '/api-keys', { body: { data, '@id': 'x' } }), 201)
  },
  'DO-12': judgeFinds({ jsonapi, data: null, meta: [] }),
  'RO-01': judgeFinds({ jsonapi, data: { type: 'x', id: 1 } }),
  'RO-02': judgeFinds(resource({ color: 'red' })),
  'RO-03': both(
    judgeFinds(resource({ attributes: { type: 'y' } })),
    judgeFinds(resource({ attributes: { a: 1 }, relationships: { a: { meta: {} } } })),
  ),
  'RO-04': async (world) => {
    const { body } = await world.get(`/submissions/${world.submission}?include=agreementLink.agreement.creator`)
    const [link] = body.included
    expect((await world.get(`/agreement-links/${world.link}`)).body.data).toEqual(
      body.included.find(({ type }) => type === 'agreement-links'),
    )
    expect(link).toBeDefined()
  },
  'RO-05': both(judgeFinds(resource({ attributes: { 'a.b': 1 } })), async () => {
    const names = resources.flatMap((r) => [r.type, ...Object.keys(r.attributes), ...Object.keys(r.relationships)])
    for (const name of names) expect(name).toMatch(/^[a-z][a-zA-Z0-9-]*$/)
  }),
  'RO-06': async () => {
    const names = resources.flatMap(({ attributes }) => Object.keys(attributes))
    expect(names.filter((name) => /(?:^id|Id|_id)$/.test(name))).toEqual([])
  },
  'RO-07': judgeFinds(resource({ relationships: { a: {} } })),
  'RO-08': judgeFinds(resource({ relationships: { a: { data: 'x' } } })),
  'RO-09': judgeFinds(resource({ relationships: { a: { data: { type: 'x', id: '1', name: 'y' } } } })),
  'RO-10': async (world) => {
    const path = `/roles/${world.role}`
    const before = (await world.get(path)).body.data.relationships.users?.links.related
    expectStatus(await world.get(new URL(before ?? '').href), 200)
    expect((await world.get(path)).body.data.relationships.users?.links.related).toBe(before)
  },
  'RO-11': async (world) => {
    for (const type of types) {
      for (const { links, relationships } of (await world.get(`/${type}?page[size]=2`)).body.data) {
        const all = [links.self, ...Object.values(relationships ?? {}).flatMap((to) => Object.values(to.links))]
        for (const link of all) expectStatus(await world.get(link), 200)
      }
    }
  },
  'RO-12': async (world) => {
    const { body } = await world.get(`/roles/${world.role}/relationships/users?page[size]=1`)
    expect(String(body.links.first)).toContain(`/roles/${world.role}/relationships/users?`)
    expect(String(body.links.related)).not.toContain('page')
  },
  'RO-13': judgeFinds({ jsonapi, data: null, links: { self: { type: 'x' } } }),
}
