import { setTimeout as pause } from 'node:timers/promises'
import type { Case } from '../result.ts'
import type { Stand } from './stand.ts'
import { labels } from './throughput.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const events = 1_500
const receiverDelayMs = 150
const watchMs = 10_000
const peers = ['bullmq', 'graphile', 'pg-boss'] as const

/**
 * Seconds from kill -9 of the only worker, amid a backlog, to the last arrival; it is started again at once.
 * Watched for 10 s, so 10 means "not yet". Peers have their default crash settings, which are minutes to hours. The
 * least possible is three seconds, because the receiver answers 64 requests in 150 ms.
 */
export async function measureRecovery(stand: Stand): Promise<Case[]> {
  const samples: Record<string, number[]> = {}
  let from = 20_000_000
  for (let round = 0; round < rounds; round++) {
    for (const name of ['ours', ...peers]) {
      const seconds = await measureOne(stand, name, from)
      samples[name] = [...(samples[name] ?? []), seconds]
      from += events
      console.log(`recovery ${name}: ${seconds.toFixed(1)} s`)
    }
  }
  return peers.map((name) => ({
    case: `recovery, against ${labels[name]}`,
    ours: samples.ours ?? [],
    peer: samples[name] ?? [],
    unit: 's',
    better: 'lower',
  }))
}

async function measureOne(stand: Stand, name: string, from: number): Promise<number> {
  const first = await stand.open(name)
  await first.ask({ do: 'fill', from, count: events })
  await stand.reset(receiverDelayMs)
  await first.ask({ do: 'start' })
  while ((await stand.report()).unique < 200) await pause(10)
  await first.kill()
  const killedAt = performance.timeOrigin + performance.now()
  const second = await stand.open(name)
  await second.ask({ do: 'start' })
  const { unique, at } = await stand.arrived(events, watchMs)
  await second.close()
  if (unique < events) return watchMs / 1_000
  return (Math.max(...at.map(([, moment]) => moment)) - killedAt) / 1_000
}
