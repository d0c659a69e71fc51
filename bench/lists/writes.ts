import pg from 'pg'
import { newId } from '../../src/core/ids.ts'
import { rollUpVerifications } from '../../src/core/verifications/index.ts'
import { pairsOf } from '../../src/core/verifications/metadata.ts'
import { openDatabase } from '../../src/db/index.ts'
import { startRepeating } from '../../src/jobs/repeat.ts'
import type { Case } from '../result.ts'

const rows = 1_000_000
const [slices, sliceMs] = [5, 3_000]

export const writeCases = ['writes']

/** The old schema: a text to search through with its indexes, and no counts. */
const undo = `
  drop trigger note_insert on verifications;
  drop trigger note_update on verifications;
  drop trigger note_delete on verifications;
  drop index verifications_live, verifications_kind, verifications_link, verifications_last_status, verifications_submitted,
    verifications_completed, verifications_cancelled, verifications_provider;
  alter table verifications drop column kind, add column search_text text not null generated always as (lower(
    verification_public_id(id) || E'\\n' || coalesce(agreement_link_public_id(agreement_link_id), '') || E'\\n' || type
    || E'\\n' || coalesce(subtype, '') || E'\\n' || coalesce(tier, '') || E'\\n' || status || E'\\n' || coalesce(result, ''))) stored;
  create index verifications_created on verifications (organization_id, created_at desc, id desc) where deleted_at is null;
  create index verifications_status on verifications (organization_id, status, id desc) where deleted_at is null;
  create index verifications_link on verifications (organization_id, agreement_link_id)`

/** Milliseconds of inserts and transitions, with the counts of lists and without, in turns. */
export async function measureWrites(server: string): Promise<Case[]> {
  const [ours, peer] = [await copyWorld(server, 'lists_with'), await copyWorld(server, 'lists_without')]
  const client = new pg.Client({ connectionString: peer })
  await client.connect()
  await client.query(undo)
  await client.query('vacuum analyze verifications')
  await client.end()
  const database = openDatabase({ url: ours })
  const log = { info() {}, warn: console.warn, error: console.error }
  const rolling = startRepeating(() => rollUpVerifications(database.system), 1_000, log)
  try {
    const cases: Case[] = []
    for (const connections of [1, 8])
      for (const [name, write] of [['insert', insertOne] as const, ['transition', changeOne] as const]) {
        const samples = { ours: [] as number[], peer: [] as number[] }
        for (let slice = 0; slice <= slices; slice++) {
          const mine = await writeFor(ours, connections, write)
          const theirs = await writeFor(peer, connections, write)
          if (slice > 0) samples.ours.push(mine)
          if (slice > 0) samples.peer.push(theirs)
        }
        cases.push({ case: `${name}, ${connections} at once, 1 M rows`, ...samples, unit: 'ms', better: 'lower' })
      }
    return cases
  } finally {
    await rolling.stop()
    await database.close()
  }
}

async function copyWorld(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`drop database if exists ${name}`)
  await client.query(`create database ${name} template lists_${rows}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

type Known = { organizationId: string; subjectId: string; links: string[]; open: string[] }

// Milliseconds of a write on its connection.
async function writeFor(
  url: string,
  connections: number,
  write: (client: pg.ClientBase, known: Known) => Promise<void>,
) {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  const known = await findKnown(pool)
  const end = performance.now() + sliceMs
  let count = 0
  const start = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = await pool.connect()
      for (; performance.now() < end; count++) await write(client, known)
      client.release()
    }),
  )
  const took = performance.now() - start
  await pool.end()
  return (took * connections) / count
}

async function findKnown(pool: pg.Pool): Promise<Known> {
  const { rows: [{ id: organizationId }] = [{}] } = await pool.query(`select id from organizations where slug = 'many'`)
  const ids = async (text: string) => (await pool.query(text, [organizationId])).rows.map(({ id }) => String(id))
  const links = await ids('select id from agreement_links where organization_id = $1 limit 100')
  const [subjectId = ''] = await ids('select id from subjects where organization_id = $1 limit 1')
  const open = await ids(
    'select id from verifications tablesample system (1) where organization_id = $1 and deleted_at is null limit 20000',
  )
  return { organizationId, subjectId, links, open }
}

async function insertOne(client: pg.ClientBase, { organizationId, subjectId, links }: Known): Promise<void> {
  const [id, now] = [newId(), new Date()]
  const metadata = { internal_id: id, batch: 'autumn' }
  await client.query('begin')
  await client.query(
    `insert into verifications (organization_id, id, subject_id, agreement_link_id, type, status, provider, provider_reference,
       latest_response, metadata, last_status_at, last_synced_at, submitted_at, created_at, updated_at)
     values ($1, $2, $3, $4, 'enhanced_identity_verification', 'started', 'checkr', $5, '{"status":"pending"}', $6, $7, $7, $7, $7, $7)`,
    [organizationId, id, subjectId, links[Math.floor(Math.random() * links.length)], id, metadata, now],
  )
  await client.query(
    'insert into verification_metadata (organization_id, pair, verification_id) select $1, pair, $2 from unnest($3::uuid[]) pair',
    [organizationId, id, pairsOf(metadata)],
  )
  await client.query('commit')
}

// Moves back and forth between two states that every type allows.
async function changeOne(client: pg.ClientBase, { organizationId, open }: Known): Promise<void> {
  await client.query(
    `update verifications set status = case status when 'completed' then 'in_progress' else 'completed' end,
       result = case status when 'completed' then 'pending' else 'verified' end, sub_status = null,
       last_status_at = $3, updated_at = $3 where organization_id = $1 and id = $2`,
    [organizationId, open[Math.floor(Math.random() * open.length)], new Date()],
  )
}
