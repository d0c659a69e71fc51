import pg from 'pg'
import { createApiCredential, createApiKey, createOrganization, createUser } from '../../src/core/accounts/index.ts'
import type { Context } from '../../src/core/context.ts'
import { permissions } from '../../src/core/permissions.ts'
import { createVault } from '../../src/core/vault.ts'
import { type Database, migrate, openDatabase, transaction } from '../../src/db/index.ts'
import { migrateJobs } from '../../src/jobs/runner.ts'
import { writeManyVerifications } from '../../test/support/many-verifications.ts'

/** A database in which one organization has this number of verifications. */
export type World = { rows: number; databaseUrl: string; organizationId: string; key: string; token: string }

const slug = 'many'
const [first, last] = [new Date('2023-06-01T00:00:00Z'), new Date('2026-06-01T00:00:00Z')]
const [links, rowsAtOnce] = [2_000, 500_000]
const [others, rowsOfOthers] = [20, 500]
const vault = createVault(Buffer.alloc(32, 7))

/**
 * The database with this number of rows on a server. It is made if it is missing: three years of one organization, from
 * 2,000 links, beside 20 small ones.
 */
export async function openWorld(server: string, rows: number): Promise<World> {
  const databaseUrl = await createDatabase(server, `lists_${rows}`)
  await migrate(databaseUrl)
  const database = openDatabase({ url: databaseUrl })
  try {
    await migrateJobs(database.pool)
    const known = await findOrganization(database, slug)
    const organizationId = known ?? (await fill(database, rows))
    return { rows, databaseUrl, organizationId, ...(await newAccess(database, organizationId)) }
  } finally {
    await database.close()
  }
}

async function createDatabase(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  if (!rowCount) await client.query(`create database ${name} encoding 'UTF8' template template0`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function findOrganization(database: Database, wanted: string): Promise<string | null> {
  const found = database.system.selectFrom('organizations').select('id').where('slug', '=', wanted)
  return (await found.executeTakeFirst())?.id ?? null
}

function newOrganization(database: Database, name: string): Promise<string> {
  const now = new Date()
  return transaction(
    { db: database.system },
    async ({ db }) => (await createOrganization(db, { slug: name, name, now })).id,
  )
}

async function newAccess(database: Database, organizationId: string): Promise<{ key: string; token: string }> {
  const now = new Date()
  const ctx: Context = {
    db: database.forOrganization(organizationId),
    organizationId,
    actor: { kind: 'system' },
    now,
    vault,
  }
  const person = { name: 'Bench', email: `${now.getTime()}@a.example`, role: 'admin', organizationId, now }
  const { id } = await transaction({ db: database.system }, ({ db }) => createUser(db, person, async () => ''))
  const acting: Context = { ...ctx, actor: { kind: 'user', id, role: 'admin', permissions } }
  const key = await createApiKey(ctx, { name: 'Bench', apiVersion: '2.2', requestsPerMinute: 1_000_000 })
  return { key: key.secret, token: (await createApiCredential(acting, { name: 'Bench' })).token }
}

// Triggers and foreign keys are off meanwhile; indexes and counts are made at the end.
async function fill(database: Database, rows: number): Promise<string> {
  const client = await database.pool.connect()
  try {
    const organizationId = await newOrganization(database, `${slug}-unfinished`)
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB'`,
    )
    const { rows: indexes } = await client.query<{ name: string; text: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as text from pg_index
       where indrelid in ('verifications'::regclass, 'verification_metadata'::regclass)
       and not exists (select from pg_constraint where conindid = indexrelid)`,
    )
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    await setAutovacuum(client, 'off')
    const chunks = Math.ceil(rows / rowsAtOnce)
    const spanMs = (last.getTime() - first.getTime()) / chunks
    for (let index = 0; index < chunks; index++) {
      const from = first.getTime() + Math.round(index * spanMs)
      const window = { first: new Date(from), last: new Date(Math.round(from + spanMs) - 1) }
      const many = { organizationId, rows: Math.round(rows / chunks), links, seed: `${organizationId} ${index} ` }
      await writeManyVerifications(client, { ...many, ...window })
    }
    for (let index = 0; index < others; index++) {
      const other = await newOrganization(database, `few-${index}`)
      await writeManyVerifications(client, { organizationId: other, rows: rowsOfOthers, links: 10, first, last })
    }
    for (const { text } of indexes) await client.query(text)
    await client.query('select recount_verifications(), refill_searched_ids()')
    await setAutovacuum(client, 'on')
    await client.query('vacuum analyze')
    await client.query('update organizations set slug = $1 where id = $2', [slug, organizationId])
    await client.query('checkpoint')
    return organizationId
  } finally {
    client.release(true)
  }
}

async function setAutovacuum(client: pg.ClientBase, state: 'on' | 'off'): Promise<void> {
  for (const table of ['verifications', 'verification_metadata', 'searched_ids'])
    await client.query(`alter table ${table} set (autovacuum_enabled = ${state})`)
}
