import { expect, test } from 'vitest'
import { keyActor, newContext } from '../../../test/support/organization.ts'
import { verifyChain } from '../audit/index.ts'
import { fault } from '../errors.ts'
import { guideEventTypes } from '../events.ts'
import { formatId, newId } from '../ids.ts'
import { createWebhook, deleteWebhook, getWebhook, listWebhooks, rotateSecret, updateWebhook } from './index.ts'

const anyUrl = async () => null
const page = { number: 1, size: 50 }
const url = 'https://receiver.example/hook'
const make = async (input = {}) => {
  const ctx = await newContext()
  return { ctx, webhook: await createWebhook(ctx, { destinationUrl: url, ...input }, anyUrl) }
}

test('a new webhook gets all events of the guide, in the version of its API key, and shows its secret once', async () => {
  const ctx = await newContext({ actor: { ...keyActor(), apiVersion: '2.1' } as never })
  const { secret, ...webhook } = await createWebhook(ctx, { destinationUrl: url }, anyUrl)
  expect(webhook).toMatchObject({
    eventTypes: [...guideEventTypes],
    apiVersion: '2.1',
    serviceStatus: true,
    createdBy: null,
  })
  expect(secret).toMatch(/^whsec_/)
  expect(await getWebhook(ctx, webhook.id)).toEqual(webhook)
})

test('all faults of a webhook are reported at once, and nothing is written', async () => {
  const ctx = await newContext()
  const input = {
    destinationUrl: 'x',
    eventTypes: ['agreement.burnt'],
    notificationEmails: ['a@b.example', 'nobody'],
    apiVersion: '9.9',
    maxConcurrency: 0,
  }
  const attempt = createWebhook(ctx, input, async () => fault([], 'destination_forbidden'))
  const paths = [
    ['apiVersion'],
    ['destinationUrl'],
    ['eventTypes', '0'],
    ['maxConcurrency'],
    ['notificationEmails', '1'],
  ]
  await expect(attempt).rejects.toMatchObject({ code: 'validation_failed', faults: paths.map((path) => ({ path })) })
  expect((await listWebhooks(ctx, { page })).total).toBe(0)
})

test.each([
  [{ Host: 'inside' }, 'header_reserved'],
  [{ 'Content-Length': '0' }, 'header_reserved'],
  [{ 'webhook-id': 'x' }, 'header_reserved'],
  [{ 'X-A': 'a\r\nX-B: b' }, 'header_value'],
  [{ 'X A': 'b' }, 'header_name'],
  [{ 'X\r\nB': 'b' }, 'header_name'],
  [{ 'X-A': '1', 'x-a': '2' }, 'header_twice'],
])('the custom header %o is refused', async (headers, code) => {
  const ctx = await newContext()
  const attempt = createWebhook(ctx, { destinationUrl: url, connection: { headers } as never }, anyUrl)
  await expect(attempt).rejects.toMatchObject({ faults: [{ code }] })
})

test('an update keeps the omitted members', async () => {
  const { ctx, webhook } = await make({ notificationEmails: ['a@example.com'], eventTypes: ['verification'] })
  const { secret: _, ...before } = webhook
  const after = await updateWebhook(ctx, webhook.id, { serviceStatus: false }, anyUrl)
  expect(after).toEqual({ ...before, serviceStatus: false, disabledAt: ctx.now, disabledReason: 'user' })
})

test.each([
  ['RECEIVER.example', 1],
  ['agreement.si', 1],
  ['OPS@', 1],
  ['%', 0],
  ['_', 1],
  ['\\', 0],
  ['nowhere', 0],
])('a search for %s finds %i', async (search, total) => {
  const { ctx } = await make({ notificationEmails: ['ops@example.com'] })
  expect((await listWebhooks(ctx, { page, search })).total).toBe(total)
})

test('a search finds a webhook by its public id', async () => {
  const { ctx, webhook } = await make()
  const search = formatId('webhook', webhook.id)
  expect((await listWebhooks(ctx, { page, search })).items).toMatchObject([{ id: webhook.id }])
})

test('an organization has at most 100 webhooks, however many are created at once', async () => {
  const ctx = await newContext()
  const made = await Promise.allSettled(
    Array.from({ length: 103 }, () => createWebhook(ctx, { destinationUrl: url }, anyUrl)),
  )
  expect(made.filter((one) => one.status === 'fulfilled')).toHaveLength(100)
  expect(made.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'too_many_webhooks' })
})

test('a webhook of another organization does not exist', async () => {
  const { webhook } = await make()
  const ctx = await newContext()
  const { id } = webhook
  const refused = { code: 'webhook_not_found' }
  await expect(getWebhook(ctx, id)).rejects.toMatchObject(refused)
  await expect(updateWebhook(ctx, id, {}, anyUrl)).rejects.toMatchObject(refused)
  await expect(deleteWebhook(ctx, id)).rejects.toMatchObject(refused)
  await expect(rotateSecret(ctx, id)).rejects.toMatchObject(refused)
})

test('writing webhooks needs webhooks:write, and reading needs webhooks:read', async () => {
  const reader = await newContext({ actor: keyActor(['webhooks:read']) })
  await expect(createWebhook(reader, { destinationUrl: url }, anyUrl)).rejects.toMatchObject({ kind: 'forbidden' })
  expect((await listWebhooks(reader, { page })).items).toEqual([])
  const nobody = await newContext({ actor: keyActor([]) })
  await expect(getWebhook(nobody, newId())).rejects.toMatchObject({ permission: 'webhooks:read' })
})

test('the audit trail has every change of a webhook and no secret', async () => {
  const { ctx, webhook } = await make()
  await rotateSecret(ctx, webhook.id)
  await updateWebhook(ctx, webhook.id, { ordered: true }, anyUrl)
  await deleteWebhook(ctx, webhook.id)
  const rows = await ctx.db.selectFrom('audit_events').select(['action', 'data']).orderBy('sequence').execute()
  expect(rows.map((row) => row.action.split('.')[1])).toEqual(['created', 'secret_rotated', 'updated', 'deleted'])
  expect(JSON.stringify(rows)).not.toContain('whsec')
  expect(await verifyChain(ctx, ctx.organizationId)).toMatchObject({ intact: true })
})
