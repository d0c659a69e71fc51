import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { emit, eventsOf, shareDeliveryDatabase, subscribe } from '../../test/support/delivery.ts'
import { startReceiver } from '../../test/support/receiver.ts'
import { endSilentWorkers, openPresence } from './presence.ts'

const { newContext, startEngine, database } = shareDeliveryDatabase()

test('while the database has no room for results nothing is sent, and afterwards each delivery is sent once', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver()
  const webhook = await subscribe(ctx, receiver.url)
  await sql`create function refuse() returns trigger language plpgsql as $$ begin
    raise exception 'could not extend file' using errcode = 'disk_full'; end $$`.execute(database().system)
  await sql`create trigger full_disk before insert on attempts for each row execute function refuse()`.execute(
    database().system,
  )
  const complaints: string[] = []
  const log = { info() {}, error: (_: object, message: string) => void complaints.push(message) }
  await startEngine({ log })
  await emit(ctx)
  await expect.poll(() => complaints).toContain('a delivery result could not be written')
  for (const n of [2, 3, 4]) await emit(ctx, { n })
  expect(receiver.requests).toHaveLength(1)
  await sql`drop trigger full_disk on attempts`.execute(database().system)
  await expect
    .poll(async () => (await eventsOf(ctx, webhook)).map(({ state, attempts }) => `${state} ${attempts}`))
    .toEqual(Array(4).fill('delivered 1'))
  expect(receiver.requests).toHaveLength(4)
})

test('a silent worker loses its lock, and others take its claims', async () => {
  const { url, pool } = database()
  const silent = await openPresence(url, 'nothing', () => {})
  onTestFinished(() => silent.close())
  await endSilentWorkers(pool, 0)
  expect(silent.lost.aborted).toBe(false)
  await endSilentWorkers(pool, 0, 0)
  await expect.poll(() => silent.lost.aborted).toBe(true)
})

test('the server ends a connection that nobody reads, and a transaction that nobody continues', async () => {
  for (const pool of [database().pool, database().tenantPool]) {
    const { rows } = await pool.query(`select current_setting('tcp_user_timeout') as unread,
      current_setting('idle_in_transaction_session_timeout') as idle`)
    expect(rows).toEqual([{ unread: '10000', idle: '1min' }])
  }
})
