import { expect, test } from 'vitest'
import { keyActor, newContext } from '../../../test/support/organization.ts'
import { renderEvent } from '../../http/rest/webhooks/render-event.ts'
import { listAuditEvents } from '../audit/index.ts'
import { eventTypes } from '../events.ts'
import { only } from '../lists/index.ts'
import { createWebhook, followEvents, listDeliveries, triggerEvent } from './index.ts'

const anyUrl = async () => null

test('a triggered event goes only to the webhooks that subscribe, is marked as a test, and is audited', async () => {
  const ctx = await newContext()
  const subscribe = (eventTypes: string[]) =>
    createWebhook(ctx, { destinationUrl: 'https://a.example/', eventTypes }, anyUrl)
  const [wanted, other] = [await subscribe(['agreement.completed']), await subscribe(['verification'])]
  const { id } = await triggerEvent(ctx, 'agreement.completed')
  const page = { number: 1, size: 10 }
  expect(await listDeliveries(ctx, { page, filters: [only('webhookId', wanted.id)] })).toMatchObject({
    items: [{ eventId: id, isTest: true }],
  })
  expect(await listDeliveries(ctx, { page, filters: [only('webhookId', other.id)] })).toMatchObject({ items: [] })
  const { items } = await listAuditEvents(ctx)
  expect(items.filter(({ action }) => action === 'webhook.event_triggered')).toMatchObject([{ subjectId: id }])
})

test.each(eventTypes)('a triggered %s has every member of a real one, and is marked as a test', async (type) => {
  const ctx = await newContext({ now: new Date() })
  const { cursor } = await followEvents(ctx, { size: 1 })
  await triggerEvent(ctx, type)
  const [event] = (await followEvents(ctx, { size: 1, after: cursor, types: [type] })).events
  const { data } = JSON.parse(String(event && renderEvent(event, { apiVersion: '2.2' })))
  expect(data).toMatchObject({ test: true })
  const filled = { verification: ['verification_id', 'status', 'result'], webhook: ['webhook_id'] }
  const [noun = ''] = type.split('.')
  for (const name of Object.entries(filled).find(([of]) => of === noun)?.[1] ?? ['submission_id', 'agreement_id'])
    expect(data[name]).toEqual(expect.any(String))
})

test('an event type that the guide does not have reaches only webhooks that name it', async () => {
  const ctx = await newContext({ now: new Date() })
  const old = await createWebhook(ctx, { destinationUrl: 'https://a.example/' }, anyUrl)
  const { cursor } = await followEvents(ctx, { size: 1 })
  for (const type of eventTypes) await triggerEvent(ctx, type)
  const { items } = await listDeliveries(ctx, {
    page: { number: 1, size: 10 },
    filters: [only('webhookId', old.id)],
  })
  const followed = (await followEvents(ctx, { size: 10, after: cursor })).events
  const guide = ['verification', 'agreement.viewed', 'agreement.signed', 'agreement.completed']
  expect(old.eventTypes).toEqual(guide)
  expect(items.map(({ type }) => type).sort()).toEqual([...guide].sort())
  expect(followed.map(({ type }) => type)).toEqual(guide)
})

test('nobody can trigger an event without webhooks:write', async () => {
  const ctx = await newContext({ actor: keyActor(['webhooks:read']) })
  await expect(triggerEvent(ctx, 'verification')).rejects.toMatchObject({ code: 'permission_missing' })
})
