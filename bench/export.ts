import { createOrganization, createUser } from '../src/core/accounts/index.ts'
import type { Context } from '../src/core/context.ts'
import { createExport, exportJobs, getExport } from '../src/core/exports/index.ts'
import { permissions } from '../src/core/permissions.ts'
import { createVault } from '../src/core/vault.ts'
import { rollUpVerifications } from '../src/core/verifications/index.ts'
import { type Database, transaction } from '../src/db/index.ts'
import { writeExportPart } from '../src/export-lines.ts'
import { writeManyVerifications } from '../test/support/many-verifications.ts'
import { withDatabase } from './database.ts'
import type { Case } from './result.ts'

const sizes = (process.env.BENCH_ROWS ?? '100000,1000000').split(',').map(Number)
const forms = [
  { form: 'jsonapi', format: 'csv' },
  { form: 'jsonapi', format: 'ndjson' },
  { form: 'rest 2.2', format: 'csv' },
  { form: 'rest 2.2', format: 'ndjson' },
] as const
type Form = (typeof forms)[number]

/**
 * Seconds until a list of verifications is written to its file, beside a ceiling: PostgreSQL writes the same rows as
 * CSV, uncompressed and unsealed. Also reports the memory of the process, which does not depend on the length.
 */
export async function run(only: readonly string[]): Promise<Case[]> {
  const cases: Case[] = []
  for (const rows of sizes) {
    const found = await withDatabase((database) => measureAll(database, rows, only))
    cases.push(...found)
  }
  return cases
}

async function measureAll(database: Database, rows: number, only: readonly string[]): Promise<Case[]> {
  const ctx = await newContext(database)
  const client = await database.pool.connect()
  const [first, last] = [new Date('2023-01-01Z'), new Date('2026-01-01Z')]
  await writeManyVerifications(client, { organizationId: ctx.organizationId, rows, links: 2_000, first, last })
  // A server does this each second. Afterwards only the exports write.
  await rollUpVerifications(database.system)
  await client.query('analyze')
  client.release()
  const cases: Case[] = []
  // With a million rows, only the JSON:API form of each format is measured.
  for (const form of forms.filter(({ form }) => rows < 1_000_000 || form === 'jsonapi')) {
    const name = `${rows} rows as ${form.format}, ${form.form}`
    if (only.length > 0 && !only.includes(form.format)) continue
    const ours = [await measure(() => write(database, ctx, form, rows))]
    const peer = [await measure(() => copyPlainly(database, ctx))]
    console.log(`${name}: ${Math.round(rows / (ours[0] ?? 1))} rows/s, ${memory()} MiB at most`)
    cases.push({ case: `${name}, COPY to CSV`, ours, peer, unit: 's', better: 'lower' })
  }
  return cases
}

/** The greatest memory of the process so far. */
const memory = () => Math.round(process.resourceUsage().maxRSS / 1_024)

async function measure(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1_000
}

async function write(database: Database, ctx: Context, { form, format }: Form, rows: number): Promise<void> {
  const asked = { list: 'verifications', permission: 'verifications:read', query: '', base: '' } as const
  const { id } = await createExport(ctx, { ...asked, form, format })
  const contextOf = () => ({ ...ctx, actor: { kind: 'system' } as const, now: new Date() })
  const deps = { database, now: () => new Date(), contextOf, write: writeExportPart }
  const payload = { organizationId: ctx.organizationId, exportId: id }
  while ((await getExport(ctx, id)).state === 'running') await exportJobs['export.run']?.(deps, payload)
  const { made, state } = await getExport(ctx, id)
  if (state !== 'done' || made !== rows) throw new Error(`Only ${made} of ${rows} rows were written.`)
}

async function copyPlainly({ pool }: Database, { organizationId }: Context): Promise<void> {
  const client = await pool.connect()
  const rows = `select * from verifications where organization_id = '${organizationId}' order by id desc`
  await client.query(`copy (${rows}) to program 'cat > /dev/null' with csv header`)
  client.release()
}

async function newContext(database: Database): Promise<Context> {
  const now = new Date()
  const person = { name: 'Ada', email: 'ada@example.com', role: 'admin', now }
  const { organizationId, userId } = await transaction({ db: database.system }, async ({ db }) => {
    const { id } = await createOrganization(db, { slug: `bench-${now.getTime()}`, name: 'Bench', now })
    return { organizationId: id, userId: (await createUser(db, { ...person, organizationId: id }, async () => '')).id }
  })
  const actor = { kind: 'user', id: userId, role: 'admin', permissions } as const
  const db = database.forOrganization(organizationId)
  return { db, organizationId, actor, now, vault: createVault(Buffer.alloc(32, 7)) }
}
