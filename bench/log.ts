import { sql } from 'kysely'
import { createOrganization } from '../src/core/accounts/index.ts'
import { recordAudit } from '../src/core/audit/index.ts'
import type { Context } from '../src/core/context.ts'
import { extendLogs } from '../src/core/evidence/index.ts'
import { newId } from '../src/core/ids.ts'
import { createVault } from '../src/core/vault.ts'
import { type Database, transaction } from '../src/db/index.ts'
import { withDatabase } from './database.ts'
import { type Case, median } from './result.ts'

const rows = Number(process.env.BENCH_ROWS ?? 20_000)
const rounds = { appends: 5, transactions: 10 }
const transactions = 400
const everyMs = 500
/** The greatest time that the log may add to a transaction, at the median. */
const mostAddedMs = 0.3

const vault = createVault(Buffer.alloc(32, 7))

/**
 * Rows per second that become leaves, tiles, nodes of proofs and a signed head, beside a ceiling: one SQL statement
 * hashes the same rows. Then the time that the running log adds to a transaction with one row of a trail, at the
 * median, beside its limit.
 */
export function run(): Promise<Case[]> {
  return withDatabase(async (database) => [await measureAppends(database), ...(await measureTransactions(database))])
}

async function measureAppends(database: Database): Promise<Case> {
  const [ours, peer]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds.appends; round++) {
    const ctx = await newContext(database)
    await fill(ctx)
    const took = await timed(() => extend(database))
    ours.push((rows * 1_000) / took)
    peer.push((rows * 1_000) / (await timed(() => hashPlainly(ctx, database))))
  }
  return { case: 'appends of the log, plain hashes', ours, peer, unit: 'rows/s', better: 'higher' }
}

/** Writes rows into many trails of one organization. */
async function fill(ctx: Context): Promise<void> {
  for (let first = 0; first < rows; first += 1_000)
    await transaction(ctx, async (inner) => {
      for (let at = 0; at < 1_000; at++) await recordAudit(inner, entryOf(newId()))
    })
}

const entryOf = (chain: string) => ({
  action: 'agreement.viewed',
  subject: { type: 'signer', id: chain },
  chain,
  data: { signerId: chain, shownSha256: 'ab'.repeat(32), agreementVersion: 1 },
})

const extend = (database: Database) =>
  extendLogs({ db: database.system, vault, now: () => new Date(), host: () => 'sign.example.com' })

async function hashPlainly(ctx: Context, database: Database): Promise<void> {
  await sql`create temp table plain as select id, sha256(convert_to(data::text, 'UTF8')) as leaf from audit_events
    where organization_id = ${ctx.organizationId}`.execute(database.system)
  await sql`drop table plain`.execute(database.system)
}

async function measureTransactions(database: Database): Promise<Case[]> {
  const ctx = await newContext(database)
  const [beside, alone, added]: [number[], number[], number[]] = [[], [], []]
  await write(ctx)
  for (let round = 0; round < rounds.transactions; round++) {
    const without = await write(ctx)
    const timer = setInterval(() => void extend(database), everyMs)
    const withLog = await write(ctx)
    clearInterval(timer)
    await extend(database)
    alone.push(...without)
    beside.push(...withLog)
    added.push(median(withLog) - median(without))
  }
  const unit = { unit: 'ms', better: 'lower' } as const
  return [
    { case: 'a transaction with a row of a trail, without the log', ours: beside, peer: alone, ...unit },
    {
      case: 'what the log adds to a transaction, the most it may',
      ours: added,
      peer: added.map(() => mostAddedMs),
      ...unit,
    },
  ]
}

/** The times of transactions in ms, one after another, each with one row. */
async function write(ctx: Context): Promise<number[]> {
  const took: number[] = []
  for (let at = 0; at < transactions; at++)
    took.push(await timed(() => transaction(ctx, (inner) => recordAudit(inner, entryOf(newId())))))
  return took
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function newContext(database: Database): Promise<Context> {
  const now = new Date()
  const { id } = await transaction({ db: database.system }, ({ db }) =>
    createOrganization(db, { slug: `bench-${newId()}`, name: 'Bench', now }),
  )
  return { db: database.forOrganization(id), organizationId: id, actor: { kind: 'system' }, now, vault }
}
