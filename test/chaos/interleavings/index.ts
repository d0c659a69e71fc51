import { migrate, openDatabase } from '../../../src/db/index.ts'
import { migrateJobs } from '../../../src/jobs/runner.ts'
import { createRealPostgres } from '../../support/real-postgres.ts'
import { createRandom } from '../random.ts'
import { createProcesses } from './child.ts'
import { drawPlan } from './plan.ts'
import { createLane, type Lane, type Outcome } from './play.ts'
import { createPlayer } from './player.ts'
import { createWire } from './wire.ts'

type Size = { plans: number; kills: number; lanes: number }

// The first faults are enough for a reader.
const mostFaults = 20

/**
 * Plays interleavings of the acts of several people, in lives of the product that end between any two statements, and
 * judges each. In one lane, SIGKILL ends the processes until `kills` of them have ended. In the others, the connection
 * to the database is cut, which also ends a process.
 */
export async function playInterleavings(size: Size, seed: number): Promise<{ line: string; faults: string[] }> {
  // The server does not crash, so that it need not wait for its disk.
  const server = await createRealPostgres(['fsync=off'])
  await server.start()
  const wires = await Promise.all(Array.from({ length: size.lanes }, () => createWire(server.url)))
  const database = openDatabase({ url: server.url, maxConnections: size.lanes, applicationName: 'judge' })
  try {
    await migrate(server.url)
    await migrateJobs(database.pool)
    const count = createCount()
    let next = 0
    const work = async (lane: Lane, isWanted: () => boolean) => {
      while (next < size.plans && isWanted()) {
        const number = next++
        count.add(number, await lane.play(drawPlan(createRandom(seed + number))))
        if (next % 500 === 0) console.log(`       ${next} interleavings: ${count.line()}`)
      }
      await lane.close()
    }
    const [first, ...others] = wires
    const processes = createProcesses(first?.url ?? '')
    const begin = (url: string) => ({
      begin: async (post: Parameters<typeof createPlayer>[1]) => createPlayer(url, post),
    })
    await Promise.all([
      ...others.map(async (wire) => work(await createLane(database, wire, begin(wire.url)), () => true)),
      ...(first ? [work(await createLane(database, first, processes), () => processes.killed < size.kills)] : []),
    ])
    return {
      line: `${next} interleavings, ${processes.killed} of the deaths by SIGKILL: ${count.line()}`,
      faults: count.faults,
    }
  } finally {
    await database.close()
    await Promise.all(wires.map((wire) => wire.close()))
    await server.stop()
  }
}

/** Adds up the results of interleavings. */
export function createCount() {
  const ends: Record<string, number> = {}
  const sums = { acts: 0, refusals: 0, deaths: 0 }
  const faults: string[] = []
  return {
    faults,
    ends,
    sums,
    add(number: number, outcome: Outcome): void {
      const end = outcome.end ?? 'open'
      ends[end] = (ends[end] ?? 0) + 1
      for (const name of ['acts', 'refusals', 'deaths'] as const) sums[name] += outcome[name]
      if (faults.length < mostFaults) faults.push(...outcome.faults.map((fault) => `interleaving ${number}: ${fault}`))
    },
    line: () => {
      const told = Object.entries(ends).map(([end, times]) => `${times} ${end}`)
      return `${faults.length} faults, ${sums.acts} acts (${sums.refusals} refused), ${sums.deaths} deaths, ${told.join(', ')}`
    },
  }
}
