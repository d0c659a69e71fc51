import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../test/support/server-process.ts'
import type { Case } from './result.ts'
import { type BareParts, prepareBareParts } from './startup/bare-parts.ts'

const rounds = 5

/**
 * Seconds from the start of the process until it serves. The peer is the floor: the same parts without ours, one
 * after the other: initdb (first start only), postgres, and a Node process with Fastify.
 */
export async function run(): Promise<Case[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sealane-bench-'))
  const bare = await prepareBareParts(folder)
  const samples = { first: pair(), later: pair() }
  try {
    for (let round = 0; round < rounds; round += 1) {
      const home = join(folder, `home-${round}`)
      samples.first.ours.push(await timeOurs(home))
      samples.first.peer.push(await timeBare(bare, `data-${round}`, true))
      samples.later.ours.push(await timeOurs(home))
      samples.later.peer.push(await timeBare(bare, `data-${round}`, false))
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  const about = { unit: 's', better: 'lower' } as const
  return [
    { case: 'first start, against bare initdb + postgres + Fastify', ...samples.first, ...about },
    { case: 'later start, against bare postgres + Fastify', ...samples.later, ...about },
  ]
}

const pair = (): { ours: number[]; peer: number[] } => ({ ours: [], peer: [] })

async function timeOurs(home: string): Promise<number> {
  const start = performance.now()
  const server = await startServer(home)
  const seconds = (performance.now() - start) / 1000
  await server.end('SIGTERM')
  return seconds
}

async function timeBare(bare: BareParts, data: string, first: boolean): Promise<number> {
  const start = performance.now()
  if (first) await bare.initialize(data)
  const stopDatabase = await bare.startDatabase(data)
  const stopServer = await bare.startServer()
  const seconds = (performance.now() - start) / 1000
  await Promise.all([stopDatabase(), stopServer()])
  return seconds
}
