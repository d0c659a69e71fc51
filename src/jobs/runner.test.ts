import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { database, newContext } from '../../test/support/organization.ts'
import { transaction } from '../db/index.ts'
import { enqueueJob } from './enqueue.ts'
import { startJobs } from './runner.ts'

const log = { info() {}, warn() {}, error() {} }

test('a job that is added in a transaction runs after the commit, and not after a rollback', async () => {
  const ctx = await newContext()
  const { organizationId } = ctx
  const name = `test.${randomUUID()}`
  const seen: unknown[] = []
  const done = Promise.withResolvers<void>()
  const handlers = {
    [name]: async (payload: object) => {
      seen.push(payload)
      done.resolve()
    },
  }
  await transaction(ctx, (inner) =>
    enqueueJob(inner.db, name, { organizationId, n: 1 }).then(() => Promise.reject(new Error('no'))),
  ).catch(() => {})
  await transaction(ctx, (inner) => enqueueJob(inner.db, name, { organizationId, n: 2 }))
  const jobs = await startJobs({ pool: database.pool, handlers, log })
  await done.promise
  await jobs.stop()
  expect(seen).toEqual([{ organizationId, n: 2 }])
})

test('an organization cannot add a job for another', async () => {
  const [mine, theirs] = [await newContext(), await newContext()]
  const attempt = enqueueJob(mine.db, 'test.foreign', { organizationId: theirs.organizationId })
  await expect(attempt).rejects.toThrow(/not one of this organization/)
})

test('the jobs of a dead runner are free at once', async () => {
  const name = `test.${randomUUID()}`
  await enqueueJob(database.system, name, {})
  const dead = `pool-${randomUUID()}`
  await database.pool.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = $1 where task_id =
    (select id from graphile_worker._private_tasks where identifier = $2)`,
    [dead, name],
  )
  await database.pool.query('insert into job_runners (number, pool_id) values (2000000000, $1)', [dead])
  const done = Promise.withResolvers<void>()
  const jobs = await startJobs({ pool: database.pool, handlers: { [name]: async () => done.resolve() }, log })
  await expect(done.promise).resolves.toBeUndefined()
  await jobs.stop()
})
