import { setTimeout as pause } from 'node:timers/promises'
import type { Case } from '../result.ts'
import type { Stand } from './stand.ts'
import { labels } from './throughput.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const perSecond = 100
const events = 500
const limitMs = 20_000
const peers = ['bullmq', 'graphile', 'pg-boss'] as const

/** From commit to the first byte at the receiver, in ms, at 100 events/s. */
export async function measureLatency(stand: Stand): Promise<Case[]> {
  const samples: Record<string, { p50: number[]; p99: number[] }> = {}
  let from = 10_000_000
  for (let round = 0; round < rounds; round++) {
    for (const name of ['ours', ...peers]) {
      const { p50, p99 } = await measureOne(stand, name, from)
      const kept = samples[name] ?? { p50: [], p99: [] }
      samples[name] = { p50: [...kept.p50, p50], p99: [...kept.p99, p99] }
      from += 2 * events
      console.log(`latency ${name}: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`)
    }
  }
  return peers.flatMap((name) =>
    (['p50', 'p99'] as const).map((which) => ({
      case: `latency ${which}, against ${labels[name]}`,
      ours: samples.ours?.[which] ?? [],
      peer: samples[name]?.[which] ?? [],
      unit: 'ms',
      better: 'lower' as const,
    })),
  )
}

async function measureOne(stand: Stand, name: string, from: number): Promise<{ p50: number; p99: number }> {
  const engine = await stand.open(name)
  await engine.ask({ do: 'start' })
  await pause(1_000) // connections, plans and compilers warm up on other events
  await engine.ask({ do: 'steady', from: from + events, count: 200, perSecond })
  await stand.reset()
  const committed = await engine.ask<[number, number][]>({ do: 'steady', from, count: events, perSecond })
  const report = await stand.arrived(events, limitMs)
  await engine.close()
  const at = new Map(report.at)
  const waits = committed.map(([n, moment]) => Math.max(0, (at.get(n) ?? moment + limitMs) - moment))
  waits.sort((a, b) => a - b)
  const quantile = (part: number) => waits[Math.floor(waits.length * part)] ?? limitMs
  return { p50: quantile(0.5), p99: quantile(0.99) }
}
