import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Pool } from 'undici'
import { rollUpVerifications } from '../../src/core/verifications/index.ts'
import { openDatabase } from '../../src/db/index.ts'
import type { Case } from '../result.ts'
import { firstTotal, type ListCase, listCases } from './cases.ts'
import { headersOf, readPlan } from './plans.ts'
import type { World } from './world.ts'

const [warmUpRounds, rounds, firstRounds] = [10, 60, 5]

type Running = { world: World; child: ChildProcess; pool: Pool }

/** Milliseconds of each list over HTTP, at every size in turns. The first world is the peer of the others. */
export async function measureReads(worlds: World[], only: readonly string[]): Promise<Case[]> {
  const running: Running[] = []
  for (const world of worlds) running.push(await startServer(world))
  const cases: Case[] = []
  const isWanted = ({ name }: ListCase) => only.length === 0 || only.includes(name)
  if (isWanted(firstTotal)) cases.push(...(await compare(firstTotal, running, firstRounds, forgetPieces)))
  for (const { world } of running) await withDatabase(world, ({ system }) => rollUpVerifications(system))
  for (const one of listCases.filter(isWanted)) {
    for (let round = 0; round < warmUpRounds; round++) for (const server of running) await ask(server, one)
    const found = await compare(one, running, rounds)
    for (const [index, measured] of found.entries()) {
      const world = worlds[index + 1]
      if (world) cases.push({ ...measured, plan: await readPlan(world, one.path(world.rows)) })
    }
  }
  for (const { child, pool } of running) {
    await pool.close()
    child.disconnect()
  }
  return cases
}

async function compare(
  one: ListCase,
  running: Running[],
  times: number,
  before?: (world: World) => Promise<void>,
): Promise<Case[]> {
  const samples = running.map((): number[] => [])
  for (let round = 0; round < times; round++) {
    for (const [index, server] of running.entries()) {
      await before?.(server.world)
      samples[index]?.push(await ask(server, one))
    }
  }
  const [peer = [], ...large] = samples
  return large.map((ours, index) => ({
    case: `${one.name}, ${(running[index + 1]?.world.rows ?? 0) / 1_000_000} M rows`,
    ours,
    peer,
    unit: 'ms',
    better: 'lower',
  }))
}

async function startServer(world: World): Promise<Running> {
  const child = fork(fileURLToPath(new URL('../api/ours.ts', import.meta.url)), { serialization: 'advanced' })
  child.send({ databaseUrl: world.databaseUrl, tenants: [], workloads: [] })
  const [message]: { url: string }[] = await once(child, 'message')
  if (!message) throw new Error('The server did not start.')
  return { world, child, pool: new Pool(message.url, { connections: 1 }) }
}

async function ask({ world, pool }: Running, one: ListCase): Promise<number> {
  const path = one.path(world.rows)
  const start = performance.now()
  const reply = await pool.request({ method: 'GET', path, headers: headersOf(world, path) })
  const text = await reply.body.text()
  const took = performance.now() - start
  if (reply.statusCode !== 200) throw new Error(`${path} answered ${reply.statusCode}: ${text}`)
  return took
}

function forgetPieces(world: World): Promise<void> {
  return withDatabase(world, async ({ pool }) => {
    await pool.query('delete from searched_pieces')
    await pool.query('delete from searched_piece_counts')
  })
}

async function withDatabase(world: World, work: (database: ReturnType<typeof openDatabase>) => Promise<void>) {
  const database = openDatabase({ url: world.databaseUrl })
  await work(database).finally(() => database.close())
}
