import { setTimeout as pause } from 'node:timers/promises'
import { type Account, countUp, findFaults, type Outage } from './account.ts'
import { readLeftovers, readLostClaims } from './claims.ts'
import { createCutter } from './cutter.ts'
import type { Ground } from './ground.ts'
import { type Load, startLoad } from './load.ts'
import { buildStage, type Part, type Stage } from './stage.ts'

/** The parts on which a fault works. */
type Scene = {
  stage: Stage
  ground: Ground
  load: Load
  random: () => number
  /** Cuts the network between the worker and the database for a while. */
  cut(ms: number): Promise<void>
  /** Records a fault of the product. */
  complain(fault: string): void
}

/** One fault and its mending, under steady load. */
export type Fault = (scene: Scene) => Promise<void>

export type Scenario = {
  fault: Fault
  /** Whether a process or the database is down from the beginning of the fault to its end. */
  takesAway: boolean
  parts: readonly Part[]
  /** The database of the scenario. */
  ground(): Promise<Ground>
}

const perSecond = 40
const settleMs = 60_000

/** Strikes `times` at random moments under steady load, then counts at the receiver. */
export async function runScenario(
  scenario: Scenario,
  times: number,
  random: () => number,
): Promise<{ account: Account; faults: string[] }> {
  const ground = await scenario.ground()
  const cutter = await createCutter(ground.url)
  const stage = await buildStage(ground, ground.givenUrl && cutter.url)
  const complaints: string[] = []
  try {
    await Promise.all(scenario.parts.map((part) => stage.start(part)))
    const load = startLoad(stage.base, stage.tenants, perSecond)
    const scene = { stage, ground, load, random, cut: cutter.cut, complain: (one: string) => void complaints.push(one) }
    const outages: Outage[] = []
    for (let strike = 0; strike < times; strike++) {
      await pause(200 + random() * 800)
      const from = Date.now()
      await scenario.fault(scene)
      outages.push({ from, until: scenario.takesAway ? Date.now() : from })
    }
    await pause(1_000)
    await load.stop()
    const arrivals = await settle(stage, load)
    const { system } = stage.database
    const [lostClaims, leftovers] = [await readLostClaims(system), await readLeftovers(system)]
    const account = countUp({ load, arrivals, outages, lostClaims, leftovers })
    return { account, faults: [...complaints, ...findFaults(account)] }
  } finally {
    await stage.end()
    await cutter.close()
    await ground.stop()
  }
}

// Waits until everything has arrived and is recorded as delivered, or until the time limit.
async function settle(stage: Stage, load: Load) {
  const end = Date.now() + settleMs
  for (;;) {
    const [arrivals, { open }] = [await stage.arrivals(), await readLeftovers(stage.database.system)]
    const arrived = new Set(arrivals.map(({ token }) => token))
    if (Date.now() > end || (!open && load.acknowledged.every(({ token }) => arrived.has(token)))) return arrivals
    await pause(100)
  }
}
