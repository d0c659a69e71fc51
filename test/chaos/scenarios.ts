import {
  crashDatabase,
  crashEmbedded,
  cutNetwork,
  freezeWorker,
  killBackend,
  killProcesses,
  stepClock,
} from './faults.ts'
import { useEmbeddedPostgres, useRealPostgres } from './ground.ts'
import { killRecoveries } from './recovery.ts'
import type { Scenario } from './scenario.ts'
import { fillDisk, useSmallDisk, whyNoSmallDisk } from './small-disk.ts'

/** A scenario, how often it strikes, and why it cannot be run here, if so. */
export type Planned = Scenario & { name: string; times: number; whyNot?: () => Promise<string | null> }

/** Every scenario of faults, in the short or the full form. */
export function planScenarios(short: boolean): Planned[] {
  const halves = { takesAway: true, parts: ['http', 'worker'], ground: () => useRealPostgres() } as const
  return [
    { ...halves, name: 'kill-processes', fault: killProcesses, times: short ? 20 : 200 },
    { ...halves, name: 'crash-database', fault: crashDatabase, times: short ? 5 : 50 },
    {
      ...{ name: 'crash-embedded', fault: crashEmbedded, times: short ? 5 : 50, takesAway: true },
      ...{ parts: ['server'], ground: useEmbeddedPostgres },
    },
    { ...halves, name: 'kill-backend', fault: killBackend, takesAway: false, times: short ? 20 : 50 },
    { ...halves, name: 'cut-network', fault: cutNetwork(short ? 8_000 : 30_000), times: short ? 1 : 3 },
    { ...halves, name: 'step-clock', fault: stepClock, takesAway: false, times: short ? 4 : 10 },
    {
      ...{ name: 'freeze-worker', fault: freezeWorker(short ? 13_000 : 60_000), times: short ? 1 : 3, takesAway: true },
      ...{ parts: ['http', 'worker', 'worker-2'], ground: halves.ground },
    },
    { ...halves, name: 'kill-recoveries', fault: killRecoveries(short ? 3_000 : 20_000, short ? 3 : 20), times: 1 },
    {
      ...{ ...halves, name: 'fill-disk', fault: fillDisk(short ? 5_000 : 20_000), times: short ? 1 : 5 },
      ...{ ground: useSmallDisk, whyNot: whyNoSmallDisk },
    },
  ]
}
