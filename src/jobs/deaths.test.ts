import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, inject, test } from 'vitest'
import { database } from '../../test/support/organization.ts'
import { clearRunner, freeDeadRunners, freeUnregistered, type TryApart } from './deaths.ts'
import { enqueueJob } from './enqueue.ts'
import { discardFailedJob, findFailedJob, listFailedJobs, retryFailedJob } from './failed.ts'
import { startJobs } from './runner.ts'

const { pool } = database
const fixture = fileURLToPath(new URL('./deadly.fixture.ts', import.meta.url))

const newLog = () => {
  const told: object[] = []
  return { told, info() {}, warn() {}, error: (details: object) => void told.push(details) }
}

/** A waiting job. */
async function newJob(task = `test.${randomUUID()}`, payload: object = {}, key?: string) {
  await enqueueJob(database.system, task, payload, key ? { key } : {})
  const { rows } = await pool.query<{ id: string }>(
    'select id::text from graphile_worker.jobs where task_identifier = $1 order by id desc limit 1',
    [task],
  )
  return { task, id: rows[0]?.id ?? '' }
}

/** Makes a runner die while it runs these jobs in its own process. */
async function dieWith(...ids: string[]): Promise<string> {
  const runner = await dieHolding(...ids)
  await markTry('tried_here_by', runner, ids)
  return runner
}

/** Writes what a runner writes before the second try of a job. */
const markTry = (column: 'tried_here_by' | 'tried_apart_by', runner: string, ids: string[]) =>
  pool.query(
    `update job_deaths set ${column} = $1 where work in
     (select job_work(payload) from graphile_worker._private_jobs where id = any($2)) and task in
     (select task_identifier from graphile_worker.jobs where id = any($2))`,
    [runner, ids],
  )

/** Makes a runner die after it has taken these jobs. */
async function dieHolding(...ids: string[]): Promise<string> {
  const runner = `pool-${randomUUID()}`
  const lock =
    'update graphile_worker._private_jobs set locked_at = now(), locked_by = $1, attempts = attempts + 1 where id = any($2)'
  await pool.query(lock, [runner, ids])
  const number = 1_000_000_000 + Math.floor(Math.random() * 1_000_000_000)
  await pool.query('insert into job_runners (number, pool_id) values ($1, $2)', [number, runner])
  return runner
}

const sweep = (log = newLog()) => freeDeadRunners(pool, log)
const sweepOnce = () => sweep()
const isSetAside = async (id: string) => (await findFailedJob(pool, id))?.isSetAside ?? false

/** Runs the job once in this way. Returns how often it ran in this process. */
async function runOnce(task: string, tryApart?: TryApart, log = newLog()): Promise<number> {
  const tried = Promise.withResolvers<void>()
  let count = 0
  const here = async () => {
    count += 1
    tried.resolve()
  }
  const apart = tryApart && ((...given: Parameters<TryApart>) => tryApart(...given).finally(tried.resolve))
  const handlers = { [task]: here }
  const jobs = await startJobs({ pool, handlers, log, ...(apart ? { tryApart: apart } : {}) })
  await tried.promise
  await jobs.stop()
  return count
}

test('a job that ends its process twice is set aside and logged', async () => {
  const { id, task } = await newJob()
  await dieWith(id)
  await sweep()
  expect(await isSetAside(id)).toBe(false)
  await dieWith(id)
  const log = newLog()
  await sweep(log)
  expect(await findFailedJob(pool, id)).toMatchObject({ id, task, isSetAside: true, error: /twice/ })
  expect(log.told).toEqual([{ job: id, task }])
})

test('a job that kills real runners kills two of them, and no third', async () => {
  const { id, task } = await newJob()
  for (const _ of [1, 2]) {
    const runner = spawn(process.execPath, [fixture, inject('databaseUrl'), task], { stdio: 'ignore' })
    expect((await once(runner, 'exit'))[1]).toBe('SIGKILL')
  }
  await expect.poll(() => sweep().then(() => isSetAside(id))).toBe(true)
})

test('a job of a runner that died before registering is free after a minute', async () => {
  const [old, fresh] = [await newJob(), await newJob()]
  const lock = `update graphile_worker._private_jobs set locked_by = 'pool-x', locked_at = now() - $1::interval where id = $2`
  await pool.query(lock, ['2 minutes', old.id])
  await pool.query(lock, ['30 seconds', fresh.id])
  await freeUnregistered(pool)
  const held = `select id::text from graphile_worker._private_jobs where locked_by = 'pool-x'`
  expect((await pool.query(held)).rows).toEqual([{ id: fresh.id }])
})

test('a scheduled job that is created again is recognised', async () => {
  const first = await newJob(undefined, { _cron: { ts: '2026-01-01T00:00:00Z' } })
  await dieWith(first.id)
  await sweep()
  await pool.query('select graphile_worker.complete_jobs($1)', [[first.id]])
  const next = await newJob(first.task, { _cron: { ts: '2026-01-01T00:10:00Z' } })
  await dieWith(next.id)
  await sweep()
  expect(await isSetAside(next.id)).toBe(true)
})

test('the suspect among the jobs of a dead process is blamed', async () => {
  const [suspect, bystander] = [await newJob(), await newJob()]
  await dieWith(suspect.id)
  await sweep()
  await dieWith(suspect.id, bystander.id)
  await sweep()
  await dieWith(bystander.id)
  await sweep()
  expect([await isSetAside(suspect.id), await isSetAside(bystander.id)]).toEqual([true, false])
})

test('a runner that was only cut off from the database makes no job suspect', async () => {
  const { id } = await newJob()
  const runner = await dieWith(id)
  await sweep()
  const client = await pool.connect()
  await clearRunner(client, runner).finally(() => client.release())
  await dieWith(id)
  await sweep()
  expect(await isSetAside(id)).toBe(false)
})

test('a suspect runs in a separate process, and is no longer suspect when it succeeds', async () => {
  const { id, task } = await newJob()
  await dieWith(id)
  const apart: string[] = []
  expect(
    await runOnce(task, async (name) => {
      apart.push(name)
      return null
    }),
  ).toBe(0)
  expect(apart).toEqual([task])
  const again = await newJob(task)
  expect(await runOnce(again.task, async () => 'never')).toBe(1)
})

test('a suspect that ends its separate process is set aside, and the server survives', async () => {
  const { id, task } = await newJob()
  await dieWith(id)
  const log = newLog()
  expect(await runOnce(task, async () => 'It took too much.', log)).toBe(0)
  await expect.poll(() => findFailedJob(pool, id)).toMatchObject({ isSetAside: true, error: /It took too much/ })
  expect(log.told).toContainEqual({ job: id, task })
})

test('a job that ends two processes that do its work is set aside like one that ends its own', async () => {
  const { id, task } = await newJob()
  const handlers = { [task]: () => Promise.reject(new RangeError('Ended.')) }
  const isDeath = (error: unknown) => error instanceof RangeError
  const jobs = await startJobs({ pool, handlers, log: newLog(), isDeath })
  await expect.poll(() => isSetAside(id)).toBe(true)
  await jobs.stop()
})

test('a suspect that throws in its separate process is retried later, like any job', async () => {
  const { id, task } = await newJob()
  await dieWith(id)
  await runOnce(task, () => Promise.reject(new Error('Not now.')))
  expect(await isSetAside(id)).toBe(false)
})

/** How often the job may be tried again. A job that is set aside may not. */
async function triesLeft(id: string): Promise<number> {
  const { rows } = await pool.query<{ left: number }>(
    'select max_attempts - attempts as left from graphile_worker._private_jobs where id = $1',
    [id],
  )
  return Number(rows[0]?.left)
}

const [isNone, isSuspected, isOver] = [
  [25, false, false],
  [25, true, false],
  [0, true, true],
]

/** The moment of a kill of the whole server, and the result for the job: the tries left of 25, suspect, set aside. */
test.each<[string, number, (id: string) => Promise<unknown>, unknown[]]>([
  ['waits for a runner', 0, async () => {}, isNone],
  ['was just taken', 0, (id) => dieHolding(id), isSuspected],
  ['runs for the first time', 0, (id) => dieWith(id), isSuspected],
  ['waits as a suspect', 1, async () => {}, isSuspected],
  ['was just taken as a suspect', 1, (id) => dieHolding(id), isSuspected],
  [
    'was just taken as a suspect once more',
    1,
    (id) =>
      dieHolding(id)
        .then(sweepOnce)
        .then(() => dieHolding(id)),
    isSuspected,
  ],
  [
    'is tried in a separate process',
    1,
    (id) => dieHolding(id).then((by) => markTry('tried_apart_by', by, [id])),
    [24, true, false],
  ],
  ['is tried once more in the server', 1, (id) => dieWith(id), isOver],
  ['is set aside', 2, async () => {}, isOver],
])(
  'a job that %s when its server is killed is blamed only if it ran there as a suspect',
  async (_, deaths, kill, fate) => {
    const { id } = await newJob()
    for (let death = 0; death < deaths; death++) await dieWith(id).then(sweepOnce)
    await kill(id)
    await sweep()
    const suspect = await pool.query('select from job_deaths where job_id = $1', [id])
    expect([await triesLeft(id), suspect.rowCount === 1, await isSetAside(id)]).toEqual(fate)
  },
)

test('a server that is killed again and again sets no job aside that it tries apart', async () => {
  const [first, second] = [await newJob(), await newJob()]
  for (let kill = 0; kill < 20; kill++) {
    const runner = await dieHolding(first.id, second.id)
    if (kill % 2) await markTry('tried_apart_by', runner, [first.id])
    await sweep()
  }
  expect([await triesLeft(first.id), await triesLeft(second.id)]).toEqual([15, 25])
})

test('a suspect that was tried when its server was killed waits behind the others', async () => {
  const { id } = await newJob()
  await dieWith(id)
  await sweep()
  const { id: later } = await newJob()
  await markTry('tried_apart_by', await dieHolding(id), [id])
  await sweep()
  const order = 'select id::text from graphile_worker._private_jobs where id = any($1) order by run_at'
  expect((await pool.query(order, [[id, later]])).rows).toEqual([{ id: later }, { id }])
})

test('a runner tries two suspects apart at once, and records only those as tried', async () => {
  const task = `test.${randomUUID()}`
  const ids = [await newJob(task, { n: 1 }), await newJob(task, { n: 2 }), await newJob(task, { n: 3 })].map(
    ({ id }) => id,
  )
  await dieWith(...ids)
  await sweep()
  const { promise: gate, resolve: open } = Promise.withResolvers<null>()
  const handlers = { [task]: async () => {} }
  const jobs = await startJobs({ pool, handlers, log: newLog(), tryApart: () => gate })
  const held = 'select from graphile_worker._private_jobs where id = any($1) and locked_at is not null'
  await expect.poll(async () => (await pool.query(held, [ids])).rowCount).toBe(3)
  const tried = 'select from job_deaths where job_id = any($1) and tried_apart_by is not null'
  await expect.poll(async () => (await pool.query(tried, [ids])).rowCount).toBe(2)
  open(null)
  await expect.poll(async () => (await pool.query('select from job_deaths where task = $1', [task])).rowCount).toBe(0)
  await jobs.stop()
})

test('a set-aside job that a sweep enqueues again ends no third process, and the operator is mailed once', async () => {
  const task = `test.${randomUUID()}`
  const { id } = await newJob(task, {}, task)
  for (const _ of [1, 2]) await dieWith(id).then(() => sweep())
  await newJob(task, {}, task)
  expect(await triesLeft(id)).toBe(25)
  const handlers = { [task]: async () => expect.unreachable() }
  const jobs = await startJobs({ pool, handlers, log: newLog() })
  await expect.poll(() => isSetAside(id)).toBe(true)
  await jobs.stop()
  expect(await countNotices(id)).toBe(1)
})

test('a set-aside job can be retried, in a separate process', async () => {
  const { id, task } = await newJob()
  for (const _ of [1, 2]) await dieWith(id).then(() => sweep())
  expect((await listFailedJobs(pool)).map((job) => job.id)).toContain(id)
  expect(await retryFailedJob(pool, id)).toBe(true)
  expect(await runOnce(task, async () => null)).toBe(0)
  expect([await findFailedJob(pool, id), await retryFailedJob(pool, id)]).toEqual([null, false])
})

test('a set-aside job can be discarded', async () => {
  const { id } = await newJob()
  for (const _ of [1, 2]) await dieWith(id).then(() => sweep())
  expect(await discardFailedJob(pool, id)).toBe(true)
  expect([await findFailedJob(pool, id), await discardFailedJob(pool, id)]).toEqual([null, false])
})

async function countNotices(id: string): Promise<number | null> {
  const { rowCount } = await pool.query(
    `select from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
     where task.identifier = 'operator.job_set_aside' and payload ->> 'jobId' = $1`,
    [id],
  )
  return rowCount
}

test('the operator is mailed once about a set-aside job', async () => {
  const { id } = await newJob()
  for (const _ of [1, 2]) await dieWith(id).then(() => sweep())
  expect(await countNotices(id)).toBe(1)
})
