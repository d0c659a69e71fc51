import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { idleLimitMs } from './account.ts'
import type { Fault } from './scenario.ts'
import type { Part } from './stage.ts'

/** kill -9 of the worker, the HTTP process, or both, and start them again. */
export const killProcesses: Fault = async ({ stage, random }) => {
  const parts = pick<Part[]>([['worker'], ['http'], ['worker', 'http']], random)
  await Promise.all(parts.map((part) => stage.kill(part)))
  await Promise.all(parts.map((part) => stage.start(part)))
}

/** kill -9 of PostgreSQL, all of it, and an immediate restart. */
export const crashDatabase: Fault = async ({ ground }) => {
  await ground.crash()
  await ground.start()
}

/** kill -9 of the embedded PostgreSQL, of the server that started it, or of both at once. */
export const crashEmbedded: Fault = async ({ stage, ground, random }) => {
  const victim = pick(['database', 'server', 'both'], random)
  if (victim !== 'server') await ground.crash()
  if (victim === 'database') return ground.start()
  await stage.kill('server')
  await stage.start('server')
}

/** An administrator ends one backend of the product. */
export const killBackend: Fault = async ({ stage, random }) => {
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name like 'sealane%' and pid <> pg_backend_pid()
    order by md5(pid::text || ${String(random())}::text) limit 1`.execute(stage.database.system)
}

/** The network between the worker and the database loses everything for a while. */
export const cutNetwork =
  (ms: number): Fault =>
  ({ cut }) =>
    cut(ms)

/** The database's clock jumps an hour forward or back. */
export const stepClock: Fault = async ({ stage, random }) => {
  const step = pick(['1 hour', '-1 hour'], random)
  await sql
    .raw(`create or replace function delivery_clock() returns timestamptz language sql volatile parallel safe
      as $$ select clock_timestamp() + interval '${step}' $$`)
    .execute(stage.database.system)
  await pause(1_500)
}

/** One of two workers is stopped for a while and then continues. Only the deliveries that it holds may wait for it. */
export const freezeWorker =
  (ms: number): Fault =>
  async ({ stage, load, complain }) => {
    stage.signal('worker', 'SIGSTOP')
    const frozenAt = Date.now()
    await pause(ms)
    const arrived = new Set((await stage.arrivals()).map(({ token }) => token))
    const late = load.acknowledged.filter(({ token, at }) => at < Date.now() - idleLimitMs && !arrived.has(token))
    const { rows } = await sql<{ held: number }>`select count(*)::int as held from open_deliveries
      where claimed_at < ${new Date(frozenAt + 500)}`.execute(stage.database.system)
    stage.signal('worker', 'SIGCONT')
    const held = rows[0]?.held ?? 0
    if (late.length > held) complain(`${late.length} deliveries waited for a worker that stood still and held ${held}`)
  }

function pick<T>(choices: readonly [T, ...T[]], random: () => number): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0]
}
