import { sql } from 'kysely'
import { createOutboundHttp } from '../../../src/adapters/outbound-http/index.ts'
import { createOrganization } from '../../../src/core/accounts/index.ts'
import type { Context } from '../../../src/core/context.ts'
import { recordEvent } from '../../../src/core/events.ts'
import { newId } from '../../../src/core/ids.ts'
import { createVault } from '../../../src/core/vault.ts'
import { createDeliveryRules, createWebhook } from '../../../src/core/webhooks/index.ts'
import { migrate, openDatabase, transaction } from '../../../src/db/index.ts'
import { type Delivery, startDelivery } from '../../../src/delivery/index.ts'
import { bodyOf, eachSlice, now, type OpenEngine, sockets } from '../parts.ts'

const slug = 'bench'
const pad = JSON.parse(bodyOf(0).toString()).data.pad.slice(20)

/**
 * Sealane's own engine with all its work: SSRF guard, stored bodies, sequence numbers, capacity, circuit, attempt
 * rows.
 */
export const open: OpenEngine = async ({ databaseUrl, receiverUrl }) => {
  await migrate(databaseUrl)
  const database = openDatabase({ url: databaseUrl, maxConnections: 20 })
  const vault = createVault(Buffer.alloc(32, 1))
  const ctx = await findOrMake(database, vault, receiverUrl)
  const outbound = createOutboundHttp({ development: true, connectionsPerOrigin: sockets })
  const record = (inner: Context, n: number) =>
    recordEvent(inner, 'verification', { type: 'verification', id: newId() }, { n, pad })
  const emit = (n: number) => transaction({ ...ctx, now: new Date() }, (inner) => record(inner, n))
  let engine: Delivery | undefined
  return {
    fill: (from, count) =>
      eachSlice(from, count, (numbers) =>
        transaction({ ...ctx, now: new Date() }, async (inner) => {
          for (const n of numbers) await record(inner, n)
        }),
      ),
    async emit(n) {
      await emit(n)
      return now()
    },
    async start() {
      const rules = createDeliveryRules({ vault, send: outbound.send })
      engine = await startDelivery({ database, rules, log: { info() {}, error: console.error } })
    },
    async stop() {
      await engine?.stop()
      await outbound.close()
      await database.close()
    },
  }
}

// One webhook with a limit above the connections, which then bound it as they bound the peers.
async function findOrMake(
  database: ReturnType<typeof openDatabase>,
  vault: Context['vault'],
  receiverUrl: string,
): Promise<Context> {
  const at = new Date()
  const known = await database.system
    .selectFrom('organizations')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  const organizationId =
    known?.id ??
    (await transaction({ db: database.system }, ({ db }) => createOrganization(db, { slug, name: slug, now: at }))).id
  const ctx: Context = {
    db: database.forOrganization(organizationId),
    organizationId,
    actor: { kind: 'system' },
    now: at,
    vault,
  }
  if (!known) {
    const input = { destinationUrl: `${receiverUrl}/hook`, eventTypes: ['verification'], maxConcurrency: 1_000 }
    await createWebhook(ctx, input, async () => null)
    await sql`analyze`.execute(database.system)
  }
  return ctx
}
