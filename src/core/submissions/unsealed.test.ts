import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { database } from '../../../test/support/organization.ts'
import { goodFields, goodSignature, newIdentified, newSigning } from '../../../test/support/signing.ts'
import { type Handle, transaction } from '../../db/index.ts'
import { isEnqueued } from '../../jobs/enqueue.ts'
import type { Id } from '../ids.ts'
import type { Mail } from '../mail.ts'
import { operatorJobs } from '../operator/index.ts'
import { completionKey } from './turns.ts'
import { sweepUnsealed, tellOfUnsealed } from './unsealed.ts'

class Undone extends Error {}

/**
 * Runs the work in a transaction that is rolled back. In it, one document is unsealed six minutes after its signature.
 */
async function whileOneWaits(work: (db: Handle, now: Date, id: Id) => Promise<void>): Promise<void> {
  const signing = await newSigning()
  await (await newIdentified(signing)).post('sign', { ...goodFields, ...goodSignature })
  const { id } = await signing.ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  const now = new Date()
  const undone = transaction({ db: database.system }, async ({ db }) => {
    await sql`update submissions set completed_at = ${now} where completed_at is null and id <> ${id}`.execute(db)
    await sql`update submissions set acted_at = ${new Date(now.getTime() - 360_000)} where id = ${id}`.execute(db)
    await work(db, now, id)
    throw new Undone()
  })
  await expect(undone).rejects.toThrow(Undone)
}

const sealAll = (db: Handle, now: Date) =>
  sql`update submissions set completed_at = ${now} where completed_at is null`.execute(db)

test('the operator is told at once of documents that are not sealed, once a day, and of the next ones at once again', async () => {
  await whileOneWaits(async (db, now) => {
    const letters: Mail[] = []
    const parts = {
      address: 'ops@a.example',
      publicUrl: () => 'https://sign.example.com',
      findFailedJob: async () => null,
    }
    const deps = {
      ...{ ...parts, database: { system: db }, now: () => now, trySeal: async () => 'No authority answers.' },
      sendMail: async (mail: Mail) => void letters.push(mail),
    }
    const isWaiting = () => isEnqueued(db, 'operator.unsealed')
    await tellOfUnsealed(db, now)
    expect(await isWaiting()).toBe(true)
    await operatorJobs['operator.unsealed']?.(deps, {})
    const params = { server: 'https://sign.example.com', count: 1, why: 'No authority answers.' }
    expect(letters).toMatchObject([{ to: ['ops@a.example'], letter: 'documents_unsealed', params }])
    await tellOfUnsealed(db, now)
    expect(await nextRun(db)).toEqual(new Date(now.getTime() + 24 * 3_600_000))
    await sealAll(db, now)
    await tellOfUnsealed(db, now)
    expect(await isWaiting()).toBe(false)
    await operatorJobs['operator.unsealed']?.(deps, {})
    expect([letters.length, await isWaiting()]).toEqual([1, false])
  })
})

async function nextRun(db: Handle): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`select run_at as at from graphile_worker._private_jobs
    where key = 'operator.unsealed'`.execute(db)
  return rows[0]?.at
}

const failed = 'attempts = max_attempts'
const isRunning = (minutes: number) => `locked_by = 'pool-x', locked_at = now() - interval '${minutes} minutes'`

test.each([
  ['waits for its next try', `run_at = now() + interval '1 hour', attempts = 9`, 1],
  ['failed for good or was set aside', failed, 1],
  ['is lost', null, 1],
  ['runs', isRunning(5), 0],
  ['has run for so long that it may hang', isRunning(20), 1],
])('a document that is late is made at once when its job %s', async (_, state, due) => {
  await whileOneWaits(async (db, now, id) => {
    const mine = sql.lit(completionKey({ submissionId: id }))
    const jobs = sql`graphile_worker._private_jobs`
    await (state === null
      ? sql`delete from ${jobs} where key = ${mine}`
      : sql`update ${jobs} set ${sql.raw(state)} where key = ${mine}`
    ).execute(db)
    expect(await sweepUnsealed(db, now)).toBe(1)
    const { rows } = await sql`select from ${jobs} where key = ${mine} and is_available and run_at <= now()`.execute(db)
    expect(rows).toHaveLength(due)
    const spare = await sql`select from ${jobs} job where payload ->> 'submissionId' = ${id}`.execute(db)
    expect(spare.rows).toHaveLength(state?.startsWith('locked') && due ? 2 : 1)
  })
})

test('a document is late two minutes after the last signature', async () => {
  await whileOneWaits(async (db, now) => {
    expect(await sweepUnsealed(db, new Date(now.getTime() - 241_000))).toBe(0)
    expect(await sweepUnsealed(db, new Date(now.getTime() - 239_000))).toBe(1)
  })
})
