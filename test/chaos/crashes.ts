import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { createRealPostgres, type RealPostgres } from '../support/real-postgres.ts'
import { type Account, countUp, type Outage } from './account.ts'
import { createCutter } from './cutter.ts'
import { type Load, startLoad } from './load.ts'
import { buildStage, type Half, type Stage } from './stage.ts'

/** What a crash scenario works on. */
export type Scene = { stage: Stage; postgres: RealPostgres; random: () => number; cut: (ms: number) => Promise<void> }

/** One fault and its mending; answers how many sends may have been in flight. */
export type Fault = (scene: Scene) => Promise<number>

const perSecond = 40
const settleMs = 15_000
const concurrency = 256

/** Strikes `times` under steady load, then counts at the receiver. */
export async function runCrashes(fault: Fault, times: number, random: () => number): Promise<Account> {
  const postgres = await createRealPostgres()
  await postgres.start()
  const cutter = await createCutter(postgres.url)
  const stage = await buildStage(postgres.url, cutter.url)
  try {
    await Promise.all([stage.start('http'), stage.start('worker')])
    const load = startLoad(stage.base, stage.tenants, perSecond)
    const outages: Outage[] = []
    let inFlight = 0
    for (let strike = 0; strike < times; strike++) {
      await pause(200 + random() * 800)
      const from = Date.now()
      inFlight += await fault({ stage, postgres, random, cut: cutter.cut })
      outages.push({ from, until: Date.now() })
    }
    await pause(1_000)
    await load.stop()
    await settle(stage, load)
    return countUp(load.acknowledged, await stage.arrivals(), outages, inFlight)
  } finally {
    await stage.end()
    await cutter.close()
    await postgres.stop()
  }
}

async function settle(stage: Stage, load: Load): Promise<void> {
  const end = Date.now() + settleMs
  while (Date.now() < end) {
    const arrived = new Set((await stage.arrivals()).map(({ token }) => token))
    if (load.acknowledged.every(({ token }) => arrived.has(token))) break
    await pause(100)
  }
  await pause(300) // for duplicates that are still on their way
}

/** kill -9 of the worker, the HTTP process, or both, and start them again. */
export const killProcesses: Fault = async ({ stage, random }) => {
  const choices: Half[][] = [['worker'], ['http'], ['worker', 'http']]
  const halves = choices[Math.floor(random() * choices.length)] ?? []
  await Promise.all(halves.map((half) => stage.kill(half)))
  const inFlight = await countClaims(stage)
  await Promise.all(halves.map((half) => stage.start(half)))
  return halves.includes('worker') ? inFlight : 0
}

/** kill -9 of PostgreSQL, all of it, and an immediate restart. */
export const crashDatabase: Fault = async ({ postgres }) => {
  await postgres.crash()
  await postgres.start()
  return concurrency
}

/** One backend of the product is ended by an administrator. */
export const killBackend: Fault = async ({ stage, random }) => {
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name like 'sealane%' and pid <> pg_backend_pid()
    order by md5(pid::text || ${String(random())}::text) limit 1`.execute(stage.database.system)
  await pause(100)
  return concurrency
}

/** The network between the worker and the database swallows everything for a while. */
export const cutNetwork =
  (ms: number): Fault =>
  async ({ cut }) => {
    await cut(ms)
    return concurrency
  }

/** The database's clock steps an hour forth or back. */
export const stepClock: Fault = async ({ stage, random }) => {
  const step = random() < 0.5 ? '1 hour' : '-1 hour'
  await sql
    .raw(`create or replace function delivery_clock() returns timestamptz language sql volatile parallel safe
      as $$ select clock_timestamp() + interval '${step}' $$`)
    .execute(stage.database.system)
  await pause(1_500)
  return concurrency
}

async function countClaims(stage: Stage): Promise<number> {
  const { claimed } = await stage.database.system
    .selectFrom('open_deliveries')
    .select((select) => select.fn.countAll<number>().as('claimed'))
    .where('claimed_by', 'is not', null)
    .executeTakeFirstOrThrow()
  return claimed
}
