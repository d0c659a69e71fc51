import { expect, test } from 'vitest'
import { resources } from '../../src/http/jsonapi/registry.ts'
import { newWorld } from '../conformance/jsonapi/world.ts'
import { newClient } from '../support/jsonapi.ts'

const toOnes = resources.flatMap(({ type, relationships }) =>
  Object.entries(relationships).flatMap(([name, to]) => (to.many ? [] : [{ type, name, target: to.type }])),
)

test('every resource can be filtered by each of its relationships', async () => {
  const world = await newWorld()
  const proven: string[] = []
  for (const { type, name, target } of toOnes) {
    const { body } = await world.get(`/${type}?include=${name}`)
    const linked = body.data.find(({ relationships }) => relationships[name]?.data)
    const id = linked?.relationships[name]?.data?.id ?? (await world.get(`/${target}?page[size]=1`)).body.data[0]?.id
    const found = await world.get(`/${type}?filter[${name}]=${id}`)
    expect(found.status, `/${type}?filter[${name}]=${id}`).toBe(200)
    if (!linked) continue
    expect(found.body.data.map((one) => one.id)).toContain(linked.id)
    proven.push(`${type} ${name}`)
  }
  expect(proven.length).toBeGreaterThan(toOnes.length / 2)
})

test('a filter by a person excludes what others did', async () => {
  const [world, stranger] = [await newWorld(), await newClient()]
  const total = async (path: string) => Number((await world.get(path)).body.meta.total)
  for (const type of ['audit-events', 'redeliveries']) {
    expect(await total(`/${type}?filter[user]=${world.user}`)).toBeGreaterThan(0)
    expect(await total(`/${type}?filter[user]=usr_${stranger.userId.replaceAll('-', '')}`)).toBe(0)
  }
  const all = await total('/audit-events')
  const nobody = await total('/audit-events?filter[user]=null')
  expect([nobody > 0, nobody + (await total(`/audit-events?filter[user]=${world.user}`))]).toEqual([true, all])
})
