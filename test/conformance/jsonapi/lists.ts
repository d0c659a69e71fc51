import { expect } from 'vitest'
import { type Checks, expectRefused, expectStatus } from './check.ts'
import type { World } from './world.ts'
import { create } from './world.ts'

const names = async (world: World, path: string) =>
  (await world.get(path)).body.data.map(({ attributes }) => attributes.name)

async function walk(world: World, path: string, by: 'next' | 'prev'): Promise<string[]> {
  const found: string[] = []
  for (let at: string | undefined = path; at; ) {
    const { body } = expectStatus(await world.get(at), 200)
    found.push(...body.data.map(({ id }) => id))
    at = body.links[by]
  }
  return found
}

async function withKeys(world: World, prefix: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await create(world, 'api-keys', { name: `${prefix}${n % 2}` })
}

export const lists: Checks = {
  'SO-01': (world) => expectRefused(world, 'sort', ['/roles?sort=-name', '/roles?sort=nope', '/roles?sort=']),
  'SO-02': async (world) => {
    expect(await names(world, '/roles?sort=isBuiltin,name&filter[isBuiltin]=true')).toEqual([
      'admin',
      'manager',
      'member',
      'viewer',
    ])
  },
  'SO-03': (world) => expectRefused(world, 'sort', [`/roles/${world.role}/relationships/users?sort=name`]),
  'SO-04': async (world) => {
    await withKeys(world, 'tie', 7)
    const walked = await walk(world, '/api-keys?sort=name&page[size]=2&filter[name]=tie', 'next')
    const whole = (await world.get('/api-keys?sort=name&page[size]=100&filter[name]=tie')).body.data
    expect(walked).toEqual(whole.map(({ id }) => id))
  },
  'PG-01': async (world) => {
    const { links } = (await world.get('/roles?page[size]=1&page[number]=2')).body
    expect(Object.keys(links)).toEqual(['self', 'first', 'last', 'prev', 'next'])
  },
  'PG-02': async (world) => {
    expect((await world.get('/roles?page[size]=2')).body.links).not.toHaveProperty('prev')
    expect((await world.get('/roles?page[size]=100')).body.links).not.toHaveProperty('next')
  },
  'PG-03': async (world) => {
    const forth = await walk(world, '/roles?page[size]=1&sort=name', 'next')
    const pages = (await world.get('/roles?page[size]=1')).body.meta.total
    const back = await walk(world, `/roles?page[size]=1&sort=name&page[number]=${pages}`, 'prev')
    expect(forth).toEqual(back.reverse())
    expect(new Set(forth).size).toBe(pages)
  },
  'PG-04': async (world) => {
    const path = '/roles?page[size]=1&filter[name]=e&sort=name&include=&fields[roles]=name'
    const walked = await walk(world, path, 'next')
    expect(walked.length).toBe((await world.get('/roles?filter[name]=e')).body.meta.total)
  },
  'PG-05': async (world) => {
    for (let n = 0; n < 16; n += 1) await create(world, 'api-keys', { name: 'many' })
    const { body } = await world.get('/api-keys?filter[name]=many')
    expect([body.data.length, body.meta.total, body.meta.pages]).toEqual([15, 16, 2])
    expect((await world.get('/api-keys?filter[name]=many&page[size]=10&page[number]=2')).body.data.length).toBe(6)
  },
  'PG-06': async (world) => {
    for (const bad of ['0', '-1', 'abc', '1.5', '1e9', '101', ''])
      await expectRefused(world, 'page[size]', [`/roles?page[size]=${bad}`])
    await expectRefused(world, 'page[offset]', ['/roles?page[offset]=3'])
    const beyond = expectStatus(await world.get('/roles?page[number]=1000000'), 200)
    expect([beyond.body.data, beyond.body.meta.total]).toEqual([[], 4])
  },
  'PG-07': async (world) => {
    const plain = await world.get('/roles?page[size]=2')
    expect((await world.get('/roles?page%5Bsize%5D=2')).text).toBe(plain.text)
  },
  'PG-08': (world) => expectRefused(world, null, ['/roles?page=2', '/roles?limit=2', '/roles?offset=2']),
  'FI-01': (world) => expectRefused(world, 'filter[nope]', ['/roles?filter[nope]=1']),
  'FI-02': async (world) => {
    for (const odd of ['50%', 'a_b', 'back\\slash', "it's", 'say "x"']) await create(world, 'api-keys', { name: odd })
    for (const odd of ['%', '_', '\\', "'", '"'])
      expect((await world.get(`/api-keys?filter[name]=${encodeURIComponent(odd)}`)).body.meta.total).toBe(1)
    expect(await names(world, '/roles?filter[name]=MEM')).toEqual(['member'])
    expect(await names(world, '/roles?filter[name]=m&filter[permissions]=audit:read&sort=name')).toEqual([
      'admin',
      'manager',
    ])
  },
  'FI-03': (world) =>
    expectRefused(world, null, [
      '/roles?filter[a.b]=1',
      '/roles?filter[a][b]=1',
      '/roles?filter[_]=1',
      '/roles?filter[]=1',
      '/roles?filter[name=1',
      '/roles?filter=1',
    ]),
  'QP-01': (world) => expectRefused(world, 'foo', ['/roles?foo=1', `/roles/${world.role}?foo=1`]),
  'QP-02': (world) => expectRefused(world, null, ['/roles?search=x', '/roles?size=1', '/roles?order=name']),
  'QP-03': (world) => expectRefused(world, 'fooBar', ['/roles?fooBar=1']),
  'QP-04': async (world) => {
    await create(world, 'api-keys', { name: 'plus sign' })
    expect(await names(world, '/api-keys?filter[name]=plus+sign')).toEqual(['plus sign'])
    expect(await names(world, '/api-keys?filter%5Bname%5D=plus%20sign')).toEqual(['plus sign'])
  },
}
