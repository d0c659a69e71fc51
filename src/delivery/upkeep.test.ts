import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { emit, eventsOf, shareDeliveryDatabase, subscribe } from '../../test/support/delivery.ts'
import { startReceiver } from '../../test/support/receiver.ts'
import { verifyAsymmetric } from '../../test/support/verify-asymmetric.ts'
import type { Context } from '../core/context.ts'
import { only } from '../core/lists/index.ts'
import type { Mail } from '../core/mail.ts'
import {
  cancelRecovery,
  deleteWebhook,
  eraseEvents,
  getRecovery,
  listEvents,
  readPublicKeys,
  recoverWebhook,
  rotateSecret,
  updateWebhook,
  webhookJobs,
} from '../core/webhooks/index.ts'
import { transaction } from '../db/index.ts'
import { type WrittenMail, writeMail } from '../texts/index.ts'

const { newContext, startEngine, database } = shareDeliveryDatabase()
const anyUrl = async () => null
const longAgo = new Date('2020-01-01T00:00:00Z')
const dayMs = 86_400_000

async function holdEvents(count: number) {
  const ctx = await newContext()
  const receiver = await startReceiver()
  onTestFinished(() => receiver[Symbol.asyncDispose]())
  const webhook = await subscribe(ctx, receiver.url, { serviceStatus: false })
  for (let n = 0; n < count; n++) await emit(ctx, { n })
  await startEngine()
  await expect
    .poll(async () => (await eventsOf(ctx, webhook)).filter((event) => event.state === 'held'))
    .toHaveLength(count)
  await updateWebhook(ctx, webhook.id, { serviceStatus: true }, anyUrl)
  return { ctx, webhook, receiver }
}

/** Runs one job as the runner does. */
async function runJob(ctx: Context, name: string, payload: object, over: { now?: Date; mails?: WrittenMail[] } = {}) {
  const sendMail = async (mail: Mail) => void over.mails?.push(writeMail(mail))
  const parts = { database: database(), contextOf: () => ctx, sendMail, publicUrl: () => 'https://sealane.example' }
  await webhookJobs[name]?.({ ...parts, now: () => over.now ?? new Date() }, { ...payload })
}

test('a recovery sends exactly what was missed, second by second, and shows its progress', async () => {
  const { ctx, webhook, receiver } = await holdEvents(5)
  await emit(ctx, { n: 'fresh' })
  await receiver.received(1)
  const { id, total } = await recoverWebhook(ctx, webhook.id, { since: longAgo, perSecond: 3 })
  expect(total).toBe(5)
  const payload = { organizationId: ctx.organizationId, recoveryId: id }
  await runJob(ctx, 'webhook.recover', payload)
  expect(await getRecovery(ctx, webhook.id, id)).toMatchObject({ state: 'running', reopened: 3 })
  await runJob(ctx, 'webhook.recover', payload)
  await runJob(ctx, 'webhook.recover', payload)
  expect(await getRecovery(ctx, webhook.id, id)).toMatchObject({ state: 'done', reopened: 5 })
  await receiver.received(6)
  await expect.poll(async () => (await eventsOf(ctx, webhook)).every((event) => event.state === 'delivered')).toBe(true)
})

test('a cancelled recovery sends nothing more, and another one may begin', async () => {
  const { ctx, webhook, receiver } = await holdEvents(3)
  const { id } = await recoverWebhook(ctx, webhook.id, { since: longAgo, perSecond: 1 })
  await expect(recoverWebhook(ctx, webhook.id, { since: longAgo })).rejects.toMatchObject({ code: 'recovery_running' })
  await runJob(ctx, 'webhook.recover', { organizationId: ctx.organizationId, recoveryId: id })
  await cancelRecovery(ctx, webhook.id, id)
  await runJob(ctx, 'webhook.recover', { organizationId: ctx.organizationId, recoveryId: id })
  await receiver.received(1)
  expect(await getRecovery(ctx, webhook.id, id)).toMatchObject({ state: 'cancelled', reopened: 1 })
  expect(await recoverWebhook(ctx, webhook.id, { since: longAgo })).toMatchObject({ total: 2 })
})

test('owners are mailed once when a webhook fails, before it is disabled, when it is disabled, and when it recovers', async () => {
  const ctx = await newContext()
  const notificationEmails = ['ops@example.com']
  const webhook = await subscribe(ctx, 'http://127.0.0.1:9/', { notificationEmails })
  await emit(ctx)
  await sql`update webhook_lanes set failing_since = now(), consecutive_failures = 5, last_error = '{"code": "no_way", "params": {}}'
    where webhook_id = ${webhook.id}`.execute(database().system)
  const states: unknown[] = []
  for (const days of [0, 0, 4.1, 4.2, 5.1, 5.2]) {
    await runJob(ctx, 'webhook.review', {}, { now: new Date(Date.now() + days * dayMs) })
    states.push((await lane(webhook.id))?.mailed_state)
  }
  expect(states).toEqual(['failing', 'failing', 'warned', 'warned', 'disabled', 'disabled'])
  expect(await mailJobs(webhook.id)).toEqual(['failing', 'warned', 'disabled'])
})

test('turning a webhook off and on mails nobody about the same state twice within a day', async () => {
  const ctx = await newContext()
  const webhook = await subscribe(ctx, 'http://127.0.0.1:9/', { notificationEmails: ['ops@example.com'] })
  const fail = () =>
    sql`update webhook_lanes set failing_since = now(), consecutive_failures = 5 where webhook_id = ${webhook.id}`.execute(
      database().system,
    )
  const told = async () => {
    await runJob(ctx, 'webhook.review', {})
    return (
      await sql`select from webhook_lanes where webhook_id = ${webhook.id} and mailed_state is not null`.execute(
        database().system,
      )
    ).rows.length
  }
  await fail()
  const first = await told()
  for (const serviceStatus of [false, true]) await updateWebhook(ctx, webhook.id, { serviceStatus }, anyUrl)
  await fail()
  expect([first, await told()]).toEqual([1, 0])
})

test('a failure mail has the cause, the count and the next step, and no control characters', async () => {
  const ctx = await newContext()
  const webhook = await subscribe(ctx, 'http://127.0.0.1:9/', { notificationEmails: ['ops@example.com'] })
  await sql`update webhook_lanes set failing_since = now(), consecutive_failures = 7, last_error = '{"code": "no_way", "params": {}}'
    where webhook_id = ${webhook.id}`.execute(database().system)
  await database().system.updateTable('mail_recipients').set({ confirmed_at: new Date() }).execute()
  const mails: WrittenMail[] = []
  const payload = { organizationId: ctx.organizationId, webhookId: webhook.id, state: 'failing' }
  await runJob(ctx, 'webhook.mail', payload, { mails })
  expect(mails).toMatchObject([{ to: ['ops@example.com'], subject: 'A webhook does not answer: 127.0.0.1:9' }])
  expect(mails[0]?.text).toMatch(
    /No network route leads to the receiver\.[\s\S]*7 in a row[\s\S]*https:\/\/sealane\.example\/app\/webhooks\/wb_/,
  )
})

test('retention drops whole weeks and creates the coming ones', async () => {
  const ctx = await newContext()
  await sql`select create_event_partitions(now() - interval '120 days', now() - interval '100 days')`.execute(
    database().system,
  )
  const old = await partitions()
  await runJob(ctx, 'webhook.retention', {})
  const kept = await partitions()
  expect(old.length - kept.length).toBeGreaterThanOrEqual(2 * 4)
  await runJob(ctx, 'webhook.retention', {}, { now: new Date(Date.now() + 1) })
  expect(await partitions()).toEqual(kept)
})

test('an erasure deletes a person from events, stored bodies and answers of receivers', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver((_, response) => response.end('Hello Ada'))
  const webhook = await subscribe(ctx, receiver.url)
  await startEngine()
  await emit(ctx, { name: 'Ada' })
  await expect.poll(() => eventsOf(ctx, webhook)).toMatchObject([{ state: 'delivered' }])
  const [event] = await eventsOf(ctx, webhook)
  await transaction(ctx, (inner) => eraseEvents(inner, [event?.subject.id ?? '']))
  expect(await eventsOf(ctx, webhook)).toMatchObject([{ state: 'delivered', data: { erased: true } }])
  const { rows } = await sql<{ text: string }>`
    select convert_from(b.body, 'UTF8') || coalesce(convert_from(a.response_excerpt, 'UTF8'), '') as text
    from event_bodies b join attempts a using (organization_id, event_id) where event_id = ${event?.eventId}`.execute(
    ctx.db,
  )
  expect(rows.map((row) => row.text).join()).not.toContain('Ada')
})

test('the deliveries of a deleted webhook stay in the event log', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver()
  const webhook = await subscribe(ctx, receiver.url)
  await startEngine()
  await emit(ctx)
  await expect.poll(() => eventsOf(ctx, webhook)).toMatchObject([{ state: 'delivered' }])
  await deleteWebhook(ctx, webhook.id)
  const page = { number: 1, size: 10 }
  expect((await listEvents(ctx, { page })).items).toMatchObject([{ deliveries: { delivered: 1 } }])
  expect((await listEvents(ctx, { page, filters: [only('isUndelivered', true)] })).items).toEqual([])
})

test('a webhook with an Ed25519 key signs with v1 and v1a, and publishes the key', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver()
  const webhook = await subscribe(ctx, receiver.url, { asymmetric: true })
  await startEngine()
  await emit(ctx)
  const [request] = await receiver.received(1)
  const { keys } = await readPublicKeys(database().system, webhook.id, new Date())
  expect(request?.headers['webhook-signature']).toMatch(/^v1,\S+ v1a,\S+$/)
  expect(request && keys[0] && verifyAsymmetric(keys[0], request)).toBe(true)
})

test('while secrets overlap, both key pairs sign and are published', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver()
  const webhook = await subscribe(ctx, receiver.url, { asymmetric: true })
  await rotateSecret(ctx, webhook.id, 1)
  await startEngine()
  await emit(ctx)
  const [request] = await receiver.received(1)
  const { keys } = await readPublicKeys(database().system, webhook.id, new Date())
  const { keys: later } = await readPublicKeys(database().system, webhook.id, new Date(Date.now() + 3_600_001))
  expect(request?.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+ v1a,\S+ v1a,\S+$/)
  expect(request && keys.map((key) => verifyAsymmetric(key, request))).toEqual([true, true])
  expect(later).toEqual(keys.slice(0, 1))
})

test('custom headers and an OAuth token are sent, and the token is fetched once', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver()
  await using issuer = await startReceiver((_, response) => response.end('{"access_token":"t0k3n","expires_in":3600}'))
  const oauth = { tokenUrl: issuer.url, clientId: 'me', clientSecret: 'shh' }
  await subscribe(ctx, receiver.url, { connection: { headers: { 'X-Team': 'blue' }, oauth } })
  await startEngine()
  for (const n of [1, 2, 3]) await emit(ctx, { n })
  const requests = await receiver.received(3)
  for (const request of requests)
    expect(request.headers).toMatchObject({ 'x-team': 'blue', authorization: 'Bearer t0k3n' })
  expect(issuer.requests.map((request) => request.text)).toEqual(['grant_type=client_credentials'])
})

function lane(webhookId: string) {
  return database()
    .system.selectFrom('webhook_lanes')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst()
}

async function mailJobs(webhookId: string): Promise<unknown[]> {
  const { rows } = await sql<{ payload: { state: string; webhookId: string } }>`
    select payload from graphile_worker._private_jobs order by id`.execute(database().system)
  return rows.filter(({ payload }) => payload.webhookId === webhookId).map(({ payload }) => payload.state)
}

async function partitions(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class where relkind = 'r'
    and relname ~ '^(events|attempts|event_bodies|closed_deliveries)_' order by 1`.execute(database().system)
  return rows.map((row) => row.name)
}
