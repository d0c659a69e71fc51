import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { transaction } from '../../db/index.ts'
import { listAuditEvents } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { deliveryIdOf } from '../delivery-ids.ts'
import { newId } from '../ids.ts'
import { permissions } from '../permissions.ts'
import {
  createWebhook,
  deleteWebhook,
  listRedeliveries,
  listSecretRotations,
  redeliverEvent,
  rotateSecret,
  sendTestEvent,
} from './index.ts'

const page = { number: 1, size: 10 }

/** Makes a webhook, redelivers an event to it and rotates its secret, as a person. */
async function act(ctx: Context) {
  const webhook = await createWebhook(ctx, { destinationUrl: 'https://a.example/' }, async () => null)
  const { eventId } = await sendTestEvent(ctx, webhook.id)
  const { redelivery } = await redeliverEvent(ctx, webhook.id, eventId)
  const { rotation } = await rotateSecret(ctx, webhook.id, 5)
  return { webhook, eventId, redelivery, rotation }
}

async function written(ctx: Context) {
  const trail = (await listAuditEvents(ctx)).items.map(({ action }) => action)
  return {
    redeliveries: (await listRedeliveries(ctx, { page })).items,
    rotations: (await listSecretRotations(ctx, { page })).items,
    trail: trail.filter((action) => /redelivered|rotated/.test(action)),
  }
}

test('a redelivery and a rotation are rows with who, when and what, and stay when the webhook is deleted', async () => {
  const ctx = await newContext()
  const { webhook, eventId, redelivery, rotation } = await act(ctx)
  await deleteWebhook(ctx, webhook.id)
  expect(await written(ctx)).toMatchObject({ redeliveries: [redelivery], rotations: [rotation] })
  expect(redelivery).toMatchObject({
    webhookId: webhook.id,
    deliveryId: deliveryIdOf(eventId, webhook.id),
    requestedAt: ctx.now,
  })
  expect(rotation).toMatchObject({ webhookId: webhook.id, overlapHours: 5, userId: null, rotatedAt: ctx.now })
})

test('a list of actions shows the acting person, and can be filtered by that person', async () => {
  const ctx = await newContext()
  const { webhook, eventId, redelivery } = await act(ctx)
  const actor = { kind: 'user', id: newId(), role: 'admin', permissions } as const
  const { redelivery: named } = await redeliverEvent({ ...ctx, actor }, webhook.id, eventId)
  expect([redelivery.userId, named.userId]).toEqual([null, actor.id])
  const filters = [{ field: 'userId', oneOf: [actor.id] }]
  expect((await listRedeliveries(ctx, { page, filters })).items).toEqual([named])
})

test('an action and its row in the trail are written together or not at all', async () => {
  const ctx = await newContext()
  const undone = transaction(ctx, async (inner) => {
    await act(inner)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await written(ctx)).toEqual({ redeliveries: [], rotations: [], trail: [] })
})
