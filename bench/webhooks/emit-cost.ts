import pg from 'pg'
import { createOrganization } from '../../src/core/accounts/index.ts'
import { recordAudit } from '../../src/core/audit/index.ts'
import type { Context } from '../../src/core/context.ts'
import { recordEvent } from '../../src/core/events.ts'
import { newId } from '../../src/core/ids.ts'
import { createVault } from '../../src/core/vault.ts'
import { createWebhook } from '../../src/core/webhooks/index.ts'
import { openDatabase, transaction } from '../../src/db/index.ts'
import { type Case, median } from '../result.ts'
import type { Stand } from './stand.ts'

const rounds = 3
const transactions = 400

/** Milliseconds that recordEvent adds to a business transaction (one audit row), with ten listening webhooks. */
export async function measureEmitCost(stand: Stand): Promise<Case[]> {
  const ctx = await prepare(stand.setting.databaseUrl)
  const samples: { with: number[]; without: number[] } = { with: [], without: [] }
  for (let round = 0; round < rounds; round++) {
    const taken = { with: [] as number[], without: [] as number[] }
    for (let index = 0; index < transactions; index++) {
      taken.without.push(await time(ctx, false))
      taken.with.push(await time(ctx, true))
    }
    samples.without.push(median(taken.without))
    samples.with.push(median(taken.with))
  }
  const added = samples.with.map((one, index) => one - (samples.without[index] ?? 0))
  await clear(stand.setting.databaseUrl)
  console.log(`emit cost: ${added.map((one) => one.toFixed(2)).join(', ')} ms`)
  const about = { unit: 'ms', better: 'lower' } as const
  return [
    { case: 'emit cost p50, against the goal of 1 ms', ours: added, peer: added.map(() => 1), ...about },
    {
      case: 'transaction with an event, against the same without',
      ours: samples.with,
      peer: samples.without,
      ...about,
    },
  ]
}

async function prepare(url: string): Promise<Context> {
  const database = openDatabase({ url, maxConnections: 4 })
  const now = new Date()
  const { id } = await transaction({ db: database.system }, ({ db }) =>
    createOrganization(db, { slug: 'emit-cost', name: 'emit-cost', now }),
  )
  const vault = createVault(Buffer.alloc(32))
  const ctx: Context = { db: database.forOrganization(id), organizationId: id, actor: { kind: 'system' }, now, vault }
  for (let index = 0; index < 10; index++) {
    await createWebhook(ctx, { destinationUrl: `http://127.0.0.1:9/${index}` }, async () => null)
  }
  return ctx
}

async function time(ctx: Context, withEvent: boolean): Promise<number> {
  const start = performance.now()
  await transaction(ctx, async (inner) => {
    const subject = { type: 'verification', id: newId() } as const
    await recordAudit(inner, { action: 'bench', subject })
    if (withEvent) await recordEvent(inner, 'verification', subject, { verificationId: subject.id })
  })
  return performance.now() - start
}

async function clear(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('delete from open_deliveries')
  await client.end()
}
