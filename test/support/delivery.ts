import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { createOutboundHttp, type OutboundHttpOptions } from '../../src/adapters/outbound-http/index.ts'
import { createOrganization } from '../../src/core/accounts/index.ts'
import type { Context } from '../../src/core/context.ts'
import { deliveryIdOf } from '../../src/core/delivery-ids.ts'
import { recordEvent } from '../../src/core/events.ts'
import { type Id, newId } from '../../src/core/ids.ts'
import { only } from '../../src/core/lists/index.ts'
import {
  type Attempt,
  createDeliveryRules,
  createWebhook,
  type Delivery,
  type DeliveryRulesOptions,
  listAttempts,
  listDeliveries,
  type WebhookInput,
} from '../../src/core/webhooks/index.ts'
import { type Database, openDatabase, transaction } from '../../src/db/index.ts'
import { type DeliveryOptions, startDelivery } from '../../src/delivery/index.ts'
import { shareDatabase } from './database.ts'
import { vault } from './organization.ts'

type EngineOptions = Partial<DeliveryOptions> & Pick<DeliveryRulesOptions, 'waits' | 'now'> & OutboundHttpOptions

const guard = createOutboundHttp({ development: true })

/**
 * A database of this test file alone, because an engine takes every due delivery of its database. Only one engine may
 * run in it at a time.
 */
export function shareDeliveryDatabase() {
  const own = shareDatabase()
  let database: Database
  beforeAll(() => {
    database = openDatabase({ url: own.url, maxConnections: 8 })
  })
  afterAll(() => database.close())

  return {
    database: () => database,

    /** A context of a new organization. */
    async newContext(): Promise<Context> {
      const now = new Date()
      const slug = `t${randomBytes(8).toString('hex')}`
      const { id } = await transaction({ db: database.system }, ({ db }) =>
        createOrganization(db, { slug, name: slug, now }),
      )
      return { db: database.forOrganization(id), organizationId: id, actor: { kind: 'system' }, now, vault }
    },

    /** A running engine that stops when the test ends. */
    async startEngine(options: EngineOptions = {}) {
      const outbound = createOutboundHttp({ development: true, ...options })
      const rules = createDeliveryRules({ vault, send: outbound.send, ...options })
      const engine = await startDelivery({ database, rules, log: { info() {}, error() {} }, ...options })
      onTestFinished(async () => {
        await engine.stop()
        await outbound.close()
      })
      return engine
    },
  }
}

/** A webhook on a receiver. */
export function subscribe(ctx: Context, url: string, input: WebhookInput = {}) {
  return createWebhook(ctx, { destinationUrl: url, ...input }, guard.judgeDestination)
}

/** Records an event, of an agreement when one is given. */
export function emit(ctx: Context, data: Record<string, unknown> = {}): Promise<Id> {
  return transaction(ctx, (inner) => recordEvent(inner, 'verification', { type: 'verification', id: newId() }, data))
}

/** All requests that a webhook got, oldest first. */
export async function eventsOf(ctx: Context, webhook: { id: Id }): Promise<Delivery[]> {
  const { items } = await listDeliveries(ctx, {
    page: { number: 1, size: 1_000 },
    filters: [only('webhookId', webhook.id)],
  })
  return items.reverse()
}

/** The attempts of one delivery, oldest first. */
export async function attemptsOf(ctx: Context, webhookId: Id, eventId: Id): Promise<Attempt[]> {
  const { items } = await listAttempts(ctx, {
    filters: [only('deliveryId', deliveryIdOf(eventId, webhookId))],
    sorts: [{ field: 'number', direction: 'asc' }],
  })
  return items
}
