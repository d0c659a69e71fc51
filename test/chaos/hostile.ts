// node test/chaos/hostile.ts, in its own network (see network.ts): runs a worker against the hostile world. Prints the
// result as one line of JSON.
import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { createOrganization } from '../../src/core/accounts/index.ts'
import type { Context } from '../../src/core/context.ts'
import { newId } from '../../src/core/ids.ts'
import { createVault } from '../../src/core/vault.ts'
import { createWebhook, sendTestEvent } from '../../src/core/webhooks/index.ts'
import { openDatabase, transaction } from '../../src/db/index.ts'
import { blockedHosts } from '../support/blocked-hosts.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import { useRealPostgres } from './ground.ts'
import { hostileNames, publicAddress } from './hostile-names.ts'
import { hostileReceivers } from './hostile-receivers.ts'

/** The result of a run against the hostile world. */
export type HostileFindings = {
  receivers: number
  urls: number
  attempts: number
  /** The worker's memory after the warm-up, after the first attack, and after the second. */
  megabytes: number[]
  /** The greatest memory that the attacks added at any time. */
  grownMegabytes: number
  longestMs: number
  faults: string[]
}

type Expected = { name: string; url: string; words: readonly string[] }

/** The address of the receivers, which the operator has opened. */
const address = '127.77.7.7'
const deadlineMs = 15_000
const marginMs = 1_500
const memoryLimitMegabytes = 50
const eventsEach = 4
const wordsOfRefusal = ['refused_address', 'dns', 'timeout', 'network']
// Warms up with as many deliveries at once as in the attack, all answered well.
const warmWebhooks = 30
const warmEventsEach = 60

const ground = await useRealPostgres()
const masterKey = randomBytes(32)
const world = fork(new URL('hostile-world.ts', import.meta.url), [address, String(deadlineMs)])
const ready = heard<{ ports: number[] }>()
const database = openDatabase({ url: ground.url, maxConnections: 4 })
let worker: ServerProcess | undefined
try {
  worker = await startServer(
    ground.home,
    {
      ...{ DATABASE_URL: ground.url, SEALANE_MASTER_KEY: masterKey.toString('hex'), LOG_LEVEL: 'silent' },
      ...{ NODE_ENV: 'production', WEBHOOK_ALLOW: `${address}/32` },
    },
    ['--only', 'worker'],
  )
  console.log(JSON.stringify(await attack()))
} finally {
  world.disconnect()
  await worker?.end('SIGKILL')
  await database.close()
  await ground.stop()
}

async function attack(): Promise<HostileFindings> {
  const { ports } = await ready
  const receivers = hostileReceivers(deadlineMs).map(({ name, scheme = 'http', words }, index): Expected => {
    return { name, url: `${scheme}://${address}:${ports[index + 1]}/`, words }
  })
  const urls = [...blockedHosts, ...hostileNames].map((host): Expected => {
    return { name: host, url: `https://${host}/`, words: wordsOfRefusal }
  })
  const healthy = { name: 'healthy', url: `http://${address}:${ports[0]}/`, words: ['delivered'] }
  const warm = await strike(Array(warmWebhooks).fill(healthy), warmEventsEach)
  const first = await strike([...receivers, ...urls, healthy], eventsEach)
  const second = await strike([...receivers, ...urls, healthy], eventsEach)
  const attempts = await database.system
    .selectFrom('attempts')
    .select(['webhook_id', 'outcome', 'duration_ms'])
    .execute()
  world.send('report')
  const { visited } = await heard<{ visited: string[] }>()

  const all = new Map([...warm.targets, ...first.targets, ...second.targets].map((one) => [one.id, one]))
  const wrong = attempts.filter(({ webhook_id, outcome }) => !all.get(webhook_id)?.words.includes(outcome))
  const tried = new Set(attempts.map(({ webhook_id }) => webhook_id))
  const longestMs = Math.max(...attempts.map(({ duration_ms }) => duration_ms))
  const held = first.held + second.held
  const grown = Math.max(first.most, second.most) - warm.after
  return {
    receivers: receivers.length,
    urls: urls.length,
    attempts: attempts.length,
    megabytes: [warm.after, first.after, second.after].map(Math.round),
    grownMegabytes: Math.round(grown),
    longestMs,
    faults: [
      ...wrong.map(({ webhook_id, outcome }) => `${all.get(webhook_id)?.name}: the attempt says ${outcome}`),
      ...[...all.values()].filter(({ id }) => !tried.has(id)).map(({ name }) => `${name}: there is no attempt`),
      ...visited.filter((where) => where !== publicAddress).map((where) => `a packet went to ${where}`),
      ...(longestMs > deadlineMs + marginMs ? [`a slot was held for ${longestMs} ms`] : []),
      ...(held ? [`${held} slots were held past the deadline`] : []),
      ...(grown > memoryLimitMegabytes ? [`memory grew by ${Math.round(grown)} MB`] : []),
    ],
  }
}

/**
 * Sends events to a new webhook on each receiver, all at once, and watches the worker until each delivery was tried and
 * released.
 */
async function strike(expected: Expected[], events: number) {
  const targets = await Promise.all(expected.map(subscribe))
  const watch = watchMemory()
  for (let n = 0; n < events; n++) await Promise.all(targets.map((one) => sendTestEvent(one.ctx, one.id)))
  const held = await untilQuiet(deadlineMs + marginMs + 5_000)
  const most = await watch.end()
  return { targets, held, most, after: await readMegabytes() }
}

/** The next message of the hostile world. */
async function heard<T>(): Promise<T> {
  const [message] = await once(world, 'message')
  return message
}

async function newContext(): Promise<Context> {
  const [slug, now] = [`o${newId().replaceAll('-', '')}`, new Date()]
  const { id } = await transaction({ db: database.system }, ({ db }) =>
    createOrganization(db, { slug, name: slug, now }),
  )
  const vault = createVault(masterKey)
  return { db: database.forOrganization(id), organizationId: id, actor: { kind: 'system' }, now, vault }
}

// Saves a webhook without judging its URL, as if the name turned hostile later. Each webhook has its own organization,
// as with strangers.
async function subscribe(expected: Expected) {
  const owner = await newContext()
  const { id } = await createWebhook(owner, { destinationUrl: expected.url }, async () => null)
  return { ...expected, ctx: owner, id }
}

/** Waits until every delivery was tried and none is claimed. Returns the number of claimed ones at the time limit. */
async function untilQuiet(ms: number): Promise<number> {
  for (const end = Date.now() + ms; ; await pause(100)) {
    const { rows } = await sql<{ claimed: number; untried: number }>`select
      count(*) filter (where claimed_at < now() - ${deadlineMs + marginMs} * interval '1 ms')::int as claimed,
      count(*) filter (where claimed_by is not null or (attempts = 0 and parked is null))::int as untried
      from open_deliveries`.execute(database.system)
    const { claimed = 0, untried = 0 } = rows[0] ?? {}
    if (!untried || Date.now() > end) return claimed
  }
}

async function readMegabytes(): Promise<number> {
  const status = await readFile(`/proc/${worker?.child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024
}

/** Watches the worker's memory. Returns the greatest. */
function watchMemory(): { end(): Promise<number> } {
  let most = 0
  let looking = Promise.resolve()
  const look = async () => {
    most = Math.max(most, await readMegabytes())
  }
  const timer = setInterval(() => {
    looking = looking.then(look)
  }, 50)
  return {
    async end() {
      clearInterval(timer)
      // The worker may be gone soon after.
      await looking
      return Math.max(most, await readMegabytes())
    },
  }
}
