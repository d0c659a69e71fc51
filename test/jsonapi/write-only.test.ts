import { beforeAll, expect, test } from 'vitest'
import { resources } from '../../src/http/jsonapi/registry.ts'
import { samples } from '../../tools/samples/jsonapi.ts'
import { newSample } from '../conformance/jsonapi/new-sample.ts'
import { newWorld, post, type World } from '../conformance/jsonapi/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})

// An actor who gives roles must hold their permissions, and an actor who exports a list must be able to read it.
const asksForMore = ['roles', 'invitations', 'exports']
const creatable = resources.filter(({ type, create }) => create && type in samples && !asksForMore.includes(type))

test.each(creatable)('an actor who may only write $type can create one and gets it in the reply', async (resource) => {
  const { type, permissions } = resource
  const [attributes, relationships] = await newSample(world, resource)
  const { db, organizationId } = world.ctx
  const admin = db.updateTable('roles').where('organization_id', '=', organizationId).where('name', '=', 'admin')
  await admin.set({ permissions: permissions.write ? [permissions.write] : [] }).execute()
  const { status, body } = await post(world, type, attributes, relationships)
  await admin.set({ permissions: [...(world.ctx.actor.kind === 'user' ? world.ctx.actor.permissions : [])] }).execute()
  expect([status, body.data?.type ?? body.errors]).toEqual([201, type])
})
