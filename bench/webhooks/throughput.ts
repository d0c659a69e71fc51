import type { Case } from '../result.ts'
import type { Stand } from './stand.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const events = 20_000
// The warm-up of every engine, until its code is compiled and its plans are made.
const warmUp = 5_000
const peers = ['bare', 'bullmq', 'graphile', 'pg-boss'] as const

/** Deliveries per second of a backlog at the receiver, once the engine is warm; engines take turns. */
export async function measureThroughput(stand: Stand): Promise<Case[]> {
  const samples: Record<string, number[]> = {}
  let from = 0
  for (let round = 0; round < rounds; round++) {
    for (const name of ['ours', ...peers]) {
      const rate = await drain(stand, name, from)
      samples[name] = [...(samples[name] ?? []), rate]
      from += events
      console.log(`deliveries/s ${name}: ${Math.round(rate)}`)
    }
  }
  const unit = '1/s'
  return peers.map((name) => ({
    case: `deliveries/s, against ${labels[name]}`,
    ours: samples.ours ?? [],
    peer: samples[name] ?? [],
    unit,
    better: 'higher',
  }))
}

export const labels = {
  bare: 'bare',
  bullmq: 'bullmq-redis',
  graphile: 'graphile-worker',
  'pg-boss': 'pg-boss',
} as const

async function drain(stand: Stand, name: string, from: number): Promise<number> {
  const engine = await stand.open(name)
  await engine.ask({ do: 'fill', from, count: events })
  await stand.reset()
  await engine.ask({ do: 'start' })
  const { at } = await stand.arrived(events)
  await engine.close()
  const moments = at.map(([, moment]) => moment).sort((a, b) => a - b)
  return ((moments.length - warmUp) * 1_000) / ((moments.at(-1) ?? 0) - (moments[warmUp] ?? 0))
}
