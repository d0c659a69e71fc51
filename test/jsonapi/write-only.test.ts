import { beforeAll, expect, test } from 'vitest'
import { resources } from '../../src/http/jsonapi/registry.ts'
import type { Resource } from '../../src/http/jsonapi/resource.ts'
import { samples } from '../../tools/samples/jsonapi.ts'
import { newWorld, post, type World } from '../conformance/jsonapi/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})

// What is still open, for those actions that end something.
const open: Record<string, string> = {
  voidings: '/submissions?filter[status]=viewed',
  cancellations: '/verifications?filter[status]=started',
}

async function newSample({ type }: Resource) {
  const { attributes = {}, relationships = {} } = samples[type] ?? {}
  const [check] = (await world.get('/verifications')).body.data
  const text = JSON.stringify(attributes).replaceAll('{{$randomUUID}}', `x${type}`)
  const links = Object.entries(relationships).map(async ([name, of]) => {
    const [one] = (await world.get(open[type] ?? `/${of}?page[size]=1`)).body.data
    return [name, { data: { type: of, id: one.id } }]
  })
  const person = String(check.attributes.person)
  return [JSON.parse(text.replace('{{person}}', person)), Object.fromEntries(await Promise.all(links))]
}

// Who hands out roles must hold what they hand out.
const handedOut = ['roles', 'invitations']
const creatable = resources.filter(({ type, create }) => create && type in samples && !handedOut.includes(type))

test.each(creatable)('whoever may only write $type can make one, and is answered with it', async (resource) => {
  const { type, permissions } = resource
  const [attributes, relationships] = await newSample(resource)
  const { db, organizationId } = world.ctx
  const admin = db.updateTable('roles').where('organization_id', '=', organizationId).where('name', '=', 'admin')
  await admin.set({ permissions: permissions.write ? [permissions.write] : [] }).execute()
  const { status, body } = await post(world, type, attributes, relationships)
  await admin.set({ permissions: [...(world.ctx.actor.kind === 'user' ? world.ctx.actor.permissions : [])] }).execute()
  expect([status, body.data?.type ?? body.errors]).toEqual([201, type])
})
