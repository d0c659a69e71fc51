import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { createOutboundHttp } from '../../src/adapters/outbound-http/index.ts'
import { createOrganization } from '../../src/core/accounts/index.ts'
import type { Context } from '../../src/core/context.ts'
import { recordEvent } from '../../src/core/events.ts'
import { newId } from '../../src/core/ids.ts'
import { createVault } from '../../src/core/vault.ts'
import { createDeliveryRules, createWebhook } from '../../src/core/webhooks/index.ts'
import { type Database, migrate, openDatabase, transaction } from '../../src/db/index.ts'
import { startDelivery } from '../../src/delivery/index.ts'
import { createRealPostgres } from '../support/real-postgres.ts'
import { startCounter } from './counter.ts'

const organizations = 20
const endpointsEach = 50
const eventsPerSecond = 100

export type BlackHoles = { p99Without: number; p99With: number; openSockets: number }

/**
 * 1,000 endpoints, and the same with 50 of them black holes that accept and never answer: how long the others wait, from
 * commit to arrival, at the 99th percentile in ms.
 */
export async function measureBlackHoles(seconds: number): Promise<BlackHoles> {
  const postgres = await createRealPostgres()
  await postgres.start()
  try {
    const p99Without = await measure(postgres.url, seconds, 0)
    const p99With = await measure(postgres.url, seconds, 50)
    return { p99Without: p99Without.p99, p99With: p99With.p99, openSockets: p99With.openSockets }
  } finally {
    await postgres.stop()
  }
}

async function measure(url: string, seconds: number, holes: number) {
  await migrate(url)
  const database = openDatabase({ url, maxConnections: 8 })
  const receiver = await startCounter()
  const hole = await openHole()
  const contexts = await prepare(database, receiver.url, hole.url, holes)
  const outbound = createOutboundHttp({ development: true })
  const rules = createDeliveryRules({ vault: createVault(Buffer.alloc(32)), send: outbound.send })
  const engine = await startDelivery({ database, rules, log: { info() {}, error() {} } })
  const sent = new Map<string, number>()
  const start = performance.now()
  for (let n = 0; n < seconds * eventsPerSecond; n++) {
    const ctx = contexts[n % contexts.length]
    if (!ctx) continue
    const subject = { type: 'verification', id: newId() } as const
    await transaction(ctx, (inner) =>
      recordEvent(inner, types[n % types.length] ?? 'verification', subject, { token: `load-all-${n}` }),
    )
    sent.set(`load-all-${n}`, Date.now())
    await pause(Math.max(0, start + ((n + 1) * 1_000) / eventsPerSecond - performance.now()))
  }
  await pause(1_000)
  const waits = (await receiver.arrivals()).map(({ token, at }) => at - (sent.get(token) ?? at)).sort((a, b) => a - b)
  const p99 = waits[Math.floor(waits.length * 0.99)] ?? Number.POSITIVE_INFINITY
  const openSockets = hole.sockets.size
  hole.close()
  receiver.close()
  await outbound.close()
  await engine.stop()
  await database.close()
  return { p99, openSockets }
}

const types = ['verification', 'agreement.viewed', 'agreement.signed', 'agreement.completed'] as const

// Each endpoint listens to one type, so that one event means about a quarter of an organization's endpoints.
async function prepare(database: Database, good: string, hole: string, holes: number): Promise<Context[]> {
  const now = new Date()
  const contexts: Context[] = []
  for (let index = 0; index < organizations; index++) {
    const slug = `o${newId().replaceAll('-', '')}`
    const { id } = await database.system
      .transaction()
      .execute((db) => createOrganization(db, { slug, name: slug, now }))
    const ctx: Context = {
      db: database.forOrganization(id),
      organizationId: id,
      actor: { kind: 'system' },
      now,
      vault: createVault(Buffer.alloc(32)),
    }
    for (let endpoint = 0; endpoint < endpointsEach; endpoint++) {
      const isHole = index * endpointsEach + endpoint < holes
      const type = types[endpoint % types.length] ?? 'verification'
      const url = `${isHole ? hole : good}?${index}-${endpoint}`
      await createWebhook(ctx, { destinationUrl: url, eventTypes: [type] }, async () => null)
    }
    contexts.push(ctx)
  }
  return contexts
}

async function openHole() {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    socket.resume()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/hole`,
    sockets,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
