import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newSigner, sharedKey } from '../support/busy-server.ts'
import { shareDeliveryDatabase } from '../support/delivery.ts'
import { newServerHome } from '../support/server-home.ts'
import { runHere, startServerHere } from '../support/shell.ts'
import { goodFields, goodSignature } from '../support/signing.ts'

const { database, newContext } = shareDeliveryDatabase()
const environment = () => ({ DATABASE_URL: database().url, ...sharedKey })

async function jobs(...args: string[]) {
  const { code, out } = await runHere(['jobs', ...args], { ...environment(), SEALANE_HOME: await newServerHome() })
  return { code, out }
}

/** A runner died while it ran all present jobs in its own process. */
async function dieWithAll(): Promise<void> {
  const number = Math.floor(Math.random() * 1_000_000_000)
  await database().pool.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = $1`, [
    `pool-${number}`,
  ])
  await database().pool.query('update job_deaths set tried_here_by = $1', [`pool-${number}`])
  await database().pool.query('insert into job_runners (number, pool_id) values ($1, $2)', [number, `pool-${number}`])
}

const countOf = async (table: string) => (await database().pool.query(`select from ${table}`)).rowCount

test('a job that ended a server is done in a separate process, with the same database and keys', async () => {
  const server = await startServerHere(await newServerHome(), environment(), ['--only', 'http'])
  await (await newSigner(await newContext(), server.url)).post('sign', { ...goodFields, ...goodSignature })
  await dieWithAll()
  await startServerHere(await newServerHome(), environment(), ['--only', 'worker'])
  await expect.poll(() => countOf('documents')).toBe(1)
  await expect.poll(() => countOf('job_deaths')).toBe(0)
})

test('the shell can list, retry and discard set-aside jobs, and the operator gets a mail', async () => {
  const { pool } = database()
  await pool.query(`select graphile_worker.add_job('submission.complete', '{}')`)
  for (const _ of [1, 2]) await dieWithAll().then(() => pool.query('select from free_dead_runners(7325264)'))
  const [job] = JSON.parse((await jobs('list')).out)
  expect(job).toMatchObject({ task: 'submission.complete', organization: null, why: 'it ended its process twice' })
  const home = await newServerHome()
  await startServerHere(home, { ...environment(), OPERATOR_MAIL: 'op@example.com' }, ['--only', 'worker'])
  // A file has another ending while its message is written.
  const written = async () =>
    (await readdir(join(home, 'mail')).catch(() => [])).filter((name) => name.endsWith('.eml'))
  await expect.poll(written).toHaveLength(1)
  const [mail = ''] = await written()
  expect(await readFile(join(home, 'mail', mail), 'utf8')).toContain(`Job ${job.id}, submission.complete`)
  expect(await jobs('discard', job.id)).toEqual({ code: 0, out: `Job ${job.id} is given up.\n` })
  expect(await jobs('retry', job.id)).toMatchObject({ code: 1 })
})

test.each([[], ['list', 'x'], ['retry'], ['retry', 'x'], ['discard', '--all'], ['retry', '--all', '7']])(
  'jobs %s %s is refused with the right usage',
  async (...args) => {
    expect((await jobs(...args)).code).toBe(2)
  },
)
