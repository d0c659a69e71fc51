import { sql } from 'kysely'
import { createOrganization } from '../src/core/accounts/index.ts'
import { createAgreement, createAgreementLink } from '../src/core/agreements/index.ts'
import { bulkSendJobs, createBulkSend, getBulkSend } from '../src/core/bulk-sends/index.ts'
import type { Context } from '../src/core/context.ts'
import { createVault } from '../src/core/vault.ts'
import { type Database, transaction } from '../src/db/index.ts'
import { withDatabase } from './database.ts'
import type { Case } from './result.ts'

const rows = Number(process.env.BENCH_ROWS ?? 10_000)
const rounds = 2

/**
 * Seconds from a file of 10,000 signers (BENCH_ROWS for others) to that many submissions, judging and sealing included,
 * beside a ceiling: plain inserts of as many rows into one table of the same width, a hundred in one transaction.
 */
export function run(): Promise<Case[]> {
  return withDatabase(async (database) => {
    const [ours, peer]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      ours.push(await measure(() => send(database)))
      peer.push(await measure(() => insertPlainly(database)))
      console.log(
        `${Math.round(rows / (ours.at(-1) ?? 1))} rows/s, plain inserts ${Math.round(rows / (peer.at(-1) ?? 1))}`,
      )
    }
    return [{ case: `${rows} rows of a file, plain inserts`, ours, peer, unit: 's', better: 'lower' }]
  })
}

async function measure(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1_000
}

async function send(database: Database): Promise<void> {
  const ctx = await newContext(database)
  const agreement = await createAgreement(ctx, {
    title: 'Lease',
    source: '{{signature}}',
    signerRoles: [{ key: 'tenant', name: 'Tenant' }],
    fields: [{ key: 'signature', type: 'signature', role: 'tenant', label: 'Signature', required: true }],
    requiredVerifications: [],
  })
  const link = await createAgreementLink(ctx, { agreementId: agreement.id })
  const lines = Array.from({ length: rows }, (_, at) => `p${at}@example.com;Robin Clear ${at};A-${at};north\r\n`)
  const file = { bytes: Buffer.from(`email;name;order;depot\r\n${lines.join('')}`) }
  const { id } = await createBulkSend(ctx, { agreementLinkId: link.id, delivery: 'link', file })
  const deps = { database, now: () => new Date(), contextOf: () => ({ ...ctx, now: new Date() }) }
  const payload = { organizationId: ctx.organizationId, bulkSendId: id }
  while ((await getBulkSend(ctx, id)).state === 'running') await bulkSendJobs['bulk_send.run']?.(deps, payload)
  const { made } = await getBulkSend(ctx, id)
  if (made !== rows) throw new Error(`Only ${made} of ${rows} rows were made.`)
}

async function newContext(database: Database): Promise<Context> {
  const now = new Date()
  const slug = `bench-${now.getTime()}`
  const { id } = await transaction({ db: database.system }, ({ db }) =>
    createOrganization(db, { slug, name: 'Bench', now }),
  )
  const vault = createVault(Buffer.alloc(32, 7))
  return { db: database.forOrganization(id), organizationId: id, actor: { kind: 'system' }, now, vault }
}

async function insertPlainly(database: Database): Promise<void> {
  await sql`create table if not exists plain (id uuid primary key, said text not null, sealed bytea not null, at timestamptz)`.execute(
    database.system,
  )
  for (let start = 0; start < rows; start += 100) {
    const said = Array.from({ length: Math.min(100, rows - start) }, (_, at) => `A-${start + at} north p@example.com`)
    await transaction({ db: database.system }, async ({ db }) => {
      await sql`insert into plain select gen_random_uuid(), said, decode(repeat('ab', 200), 'hex'), now()
        from unnest(${said}::text[]) as given(said)`.execute(db)
    })
  }
}
