import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { median } from '../../bench/result.ts'
import { createOrganization } from '../../src/core/accounts/index.ts'
import type { Context } from '../../src/core/context.ts'
import { recordEvent } from '../../src/core/events.ts'
import { formatId, newId } from '../../src/core/ids.ts'
import { createVault } from '../../src/core/vault.ts'
import { createWebhook } from '../../src/core/webhooks/index.ts'
import { type Database, openDatabase, transaction } from '../../src/db/index.ts'
import { startServer } from '../support/server-process.ts'
import type { Sample } from './dark-receiver.ts'
import { useRealPostgres } from './ground.ts'
import { judgeTriples, type Verdict } from './paired-rounds.ts'

const organizations = 20
const endpointsEach = 50
const holes = 50
const eventsPerSecond = 40
const types = ['verification', 'agreement.viewed', 'agreement.signed', 'agreement.completed'] as const

type BlackHoles = {
  /** The 99th percentile from commit to arrival at the 950 others, in ms: medians over the rounds. */
  without: number
  with: number
  verdict: Verdict
  samples: number
  /** The greatest number of requests that the black holes held at the end of a round. */
  held: number
}

/**
 * Measures how long 950 of 1,000 endpoints wait while 50 go dark and come back. Rounds with and without black holes
 * alternate in the same processes, so that other work of the machine affects both. While that work is too large to tell
 * anything, more rounds follow, up to twice as many.
 */
export async function measureBlackHoles(triples: number, seconds: number): Promise<BlackHoles> {
  const ground = await useRealPostgres()
  const masterKey = randomBytes(32)
  const environment = { DATABASE_URL: ground.url, SEALANE_MASTER_KEY: masterKey.toString('hex'), LOG_LEVEL: 'silent' }
  const worker = await startServer(ground.home, environment, ['--only', 'worker'])
  const receiver = fork(new URL('dark-receiver.ts', import.meta.url), [String(organizations), String(holes)])
  const database = openDatabase({ url: ground.url, maxConnections: 4 })
  const ask = async (message: string) => {
    const answer = once(receiver, 'message')
    receiver.send(message)
    return (await answer)[0]
  }
  try {
    const [ports] = await once(receiver, 'message')
    const contexts = await prepare(database, createVault(masterKey), ports)
    const measure = async (state: 'dark' | 'light') => {
      await ask(state)
      await forgetHoles(database)
      const sent = await emit(contexts, seconds)
      await pause(500)
      const answer: { samples: Sample[] } = await ask('report')
      return findP99(answer.samples, sent)
    }
    await emit(contexts, 3)
    await ask('report')
    const lights: Round[] = [await measure('light')]
    const darks: Round[] = []
    let held = 0
    const judge = () =>
      judgeTriples(
        darks.map((dark, at) => ({ before: p99Of(lights[at]), with: dark.p99, after: p99Of(lights[at + 1]) })),
      )
    while (darks.length < triples || (darks.length < 2 * triples && judge().decision === 'cannot be told')) {
      darks.push(await measure('dark'))
      held = Math.max(held, (await ask('light')).held)
      lights.push(await measure('light'))
    }
    return {
      without: median(lights.map(({ p99 }) => p99)),
      with: median(darks.map(({ p99 }) => p99)),
      verdict: judge(),
      samples: Math.min(...[...lights, ...darks].map(({ samples }) => samples)),
      held,
    }
  } finally {
    receiver.disconnect()
    await worker.end('SIGKILL')
    await database.close()
    await ground.stop()
  }
}

type Round = { p99: number; samples: number }

const p99Of = (round: Round | undefined) => round?.p99 ?? Number.POSITIVE_INFINITY

function findP99(samples: Sample[], sent: Map<string, number>): Round {
  const waits = samples.flatMap(([id, at]) => {
    const from = sent.get(id)
    return from === undefined ? [] : [at - from]
  })
  waits.sort((a, b) => a - b)
  return { p99: waits[Math.floor(waits.length * 0.99)] ?? Number.POSITIVE_INFINITY, samples: waits.length }
}

/** Emits events at a steady rate. Returns the commit time of each. */
async function emit(contexts: Context[], seconds: number): Promise<Map<string, number>> {
  const sent = new Map<string, number>()
  const start = performance.now()
  for (let n = 0; n < seconds * eventsPerSecond; n++) {
    const ctx = contexts[n % contexts.length]
    const type = types[Math.floor(n / contexts.length) % types.length]
    if (!ctx || !type) continue
    const subject = { type: 'verification', id: newId() } as const
    const id = await transaction({ ...ctx, now: new Date() }, (inner) => recordEvent(inner, type, subject, {}))
    sent.set(formatId('event', id), Number(process.hrtime.bigint()) / 1e6)
    await pause(Math.max(0, start + ((n + 1) * 1_000) / eventsPerSecond - performance.now()))
  }
  return sent
}

// Ends the open deliveries and circuits of the last round, which would otherwise affect the next.
async function forgetHoles(database: Database): Promise<void> {
  const holesOnly = sql`select id from webhooks where destination_url like '%/hole'`
  await sql`delete from open_deliveries where webhook_id in (${holesOnly})`.execute(database.system)
  await sql`update webhook_lanes set open_until = null, consecutive_failures = 0, trips = 0, failing_since = null,
    has_parked = false where webhook_id in (${holesOnly})`.execute(database.system)
  await pause(500)
}

// Each endpoint listens to one type, so that one event reaches about a quarter of an organization's endpoints.
async function prepare(
  database: Database,
  vault: Context['vault'],
  ports: { good: number[]; holes: number[] },
): Promise<Context[]> {
  const now = new Date()
  const contexts: Context[] = []
  const dark = [...ports.holes]
  for (const port of ports.good) {
    const slug = `o${newId().replaceAll('-', '')}`
    const { id } = await transaction({ db: database.system }, ({ db }) =>
      createOrganization(db, { slug, name: slug, now }),
    )
    const ctx: Context = {
      ...{ db: database.forOrganization(id), organizationId: id, now, vault },
      actor: { kind: 'system' },
    }
    for (let endpoint = 0; endpoint < endpointsEach; endpoint++) {
      const hole = endpoint % 17 === contexts.length % 4 ? dark.pop() : undefined
      const destinationUrl = hole ? `http://127.0.0.1:${hole}/hole` : `http://127.0.0.1:${port}/${endpoint}`
      const type = types[endpoint % types.length] ?? 'verification'
      await createWebhook(ctx, { destinationUrl, eventTypes: [type] }, async () => null)
    }
    contexts.push(ctx)
  }
  return contexts
}
