import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { emit, shareDeliveryDatabase, subscribe } from '../../../test/support/delivery.ts'
import { startReceiver } from '../../../test/support/receiver.ts'
import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import { attemptIdOf } from '../delivery-ids.ts'
import { newId } from '../ids.ts'
import { type Change, noteChange, readChanges } from './index.ts'

const { database, newContext, startEngine } = shareDeliveryDatabase()
const told = (changes: readonly Change[]) => changes.map(({ kind, what }) => `${kind} ${what}`)

// This test must run first, while this database has no position.
test('a follower of a server where nothing has happened yet is not told that changes are missing', async () => {
  const ctx = await newContext()
  const { position } = await readChanges(ctx, null)
  expect(await readChanges(ctx, position)).toEqual({ position: 0, changes: [], isCut: false })
})

test('a follower gets the change of an attempt, with that of its delivery', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver()
  const webhook = await subscribe(ctx, receiver.url)
  await startEngine()
  const { position } = await readChanges(ctx, null)
  const eventId = await emit(ctx)
  await expect
    .poll(async () => told((await readChanges(ctx, position)).changes))
    .toContain('delivery delivery.delivered')
  const { changes } = await readChanges(ctx, position)
  expect(told(changes)).toEqual(expect.arrayContaining(['verification verification', 'event verification']))
  expect(changes.find(({ kind }) => kind === 'attempt')?.id).toBe(attemptIdOf(eventId, webhook.id, 1))
})

test('a follower gets a change that commits late, and skips none before it', async () => {
  const ctx = await newContext()
  const { position } = await readChanges(ctx, null)
  const gate = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const late = transaction(ctx, async (inner) => {
    await noteChange(inner, 'webhook', newId(), 'webhook.late')
    begun.resolve()
    await gate.promise
  })
  await begun.promise
  await noteChange(ctx, 'webhook', newId(), 'webhook.early')
  const between = await readChanges(ctx, position)
  gate.resolve()
  await late
  const after = await readChanges(ctx, between.position)
  expect([told(between.changes), told(after.changes)]).toEqual([[], ['webhook webhook.late', 'webhook webhook.early']])
})

test('a follower who came during a long transaction is told to read again once, when it has ended, and not all the time', async () => {
  const ctx = await newContext()
  const [gate, begun] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const long = transaction(ctx, async (inner) => {
    await recordAudit(inner, { action: 'webhook.long', subject: { type: 'webhook', id: newId() } })
    await sql`select`.execute(inner.db)
    begun.resolve()
    await gate.promise
  })
  await begun.promise
  const { position } = await readChanges(ctx, null)
  const during = [await readChanges(ctx, position), await readChanges(ctx, position)]
  gate.resolve()
  await long
  const after = await readChanges(ctx, position)
  const then = await readChanges(ctx, after.position)
  expect([...during, after, then].map(({ isCut }) => isCut)).toEqual([false, false, true, false])
})

test('changes of attempts are not stored while nobody follows', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver()
  await subscribe(ctx, receiver.url)
  await startEngine()
  await emit(ctx)
  await receiver.received(1)
  const { organizationId } = ctx
  const noted = database().system.selectFrom('change_notes').selectAll().where('organization_id', '=', organizationId)
  expect(await noted.execute()).toEqual([])
})
