import { sql } from 'kysely'
import { type Handle, lockUntilCommit, transaction } from '../../db/index.ts'
import { canonicalRow, selectEntries } from '../audit/index.ts'
import { formatId, type Id } from '../ids.ts'
import type { Vault } from '../vault.ts'
import { writeCheckpoint } from './checkpoint.ts'
import { type LogKey, presentLogKey } from './keys.ts'
import { signNote, toSigner } from './note.ts'
import { appendLeaves, nodesOf } from './tiles.ts'
import { leafHash, rootOf } from './tree.ts'

/** The newest signed head of a log, and the newest that a quorum of witnesses has cosigned. */
export type LogHead = {
  origin: string
  size: number
  root: Buffer
  checkpoint: string
  signedAt: Date
  witnessed: { size: number; checkpoint: string } | null
}

type Sequencer = { db: Handle; vault: Vault; now: () => Date; host: () => string }

const rowsAtOnce = 5_000
/** C2SP tlog-tiles allows entries of at most 65,535 bytes. The entry of a longer row is its hash. */
const longestEntry = 65_535

/**
 * Adds all newly committed rows of trails to the logs of their organizations, once each and in the order of their
 * positions, and signs the new heads. One process at a time does this. Runs on the system handle. Returns how many rows
 * were added.
 */
export async function extendLogs(parts: Sequencer): Promise<number> {
  for (let all = 0; ; ) {
    const taken = await transaction({ db: parts.db }, ({ db }) => extendOnce({ ...parts, db }))
    all += taken
    if (taken < rowsAtOnce) return all
  }
}

async function extendOnce({ db, vault, now, host }: Sequencer): Promise<number> {
  await lockUntilCommit(db, 'evidence logs')
  const { position } = await db.selectFrom('evidence_cursor').select('position').executeTakeFirstOrThrow()
  const { rows: horizons } = await sql<{ horizon: number }>`select event_horizon(null)::bigint as horizon`.execute(db)
  const horizon = Number(horizons[0]?.horizon ?? 0)
  if (horizon <= position) return 0
  const rows = await selectEntries(db)
    .where('position', '>', position)
    .where('position', '<=', horizon)
    .orderBy('position')
    .limit(rowsAtOnce)
    .execute()
  if (rows.length > 0) {
    const key = await presentLogKey(db, vault, now())
    const byOrganization = Map.groupBy(rows, ({ organization_id }) => organization_id)
    for (const [organizationId, own] of byOrganization)
      await extendLog({ db, organizationId, key, now: now(), host }, own)
  }
  const last = rows.length < rowsAtOnce ? horizon : (rows.at(-1)?.position ?? horizon)
  await db.updateTable('evidence_cursor').set({ position: last }).execute()
  return rows.length
}

type Log = { db: Handle; organizationId: Id; key: LogKey; now: Date; host: () => string }
type Row = Awaited<ReturnType<ReturnType<typeof selectEntries>['execute']>>[number]

async function extendLog(
  { db, organizationId: organization_id, key, now, host }: Log,
  rows: readonly Row[],
): Promise<void> {
  const known = await readHead(db, organization_id)
  const origin = known?.origin ?? `${host()}/evidence/${formatId('organization', organization_id)}`
  const before = known?.size ?? 0
  const size = before + rows.length
  // Leaves refer to their log, so the log is written first and its head afterwards.
  if (!known)
    await writeHead(db, { organization_id, origin, size, root: Buffer.alloc(32), checkpoint: '', signed_at: now })
  await appendLeaves(
    db,
    organization_id,
    before,
    rows.map((row) => leafHash(entryOf(row))),
  )
  const leaves = rows.map(({ id }, at) => ({ organization_id, leaf: before + at, audit_event_id: id }))
  await db.insertInto('evidence_leaves').values(leaves).execute()
  const root = await rootOf(size, nodesOf(db, organization_id))
  const checkpoint = signNote(writeCheckpoint({ origin, size, root }), toSigner(origin, key))
  await writeHead(db, { organization_id, origin, size, root, checkpoint, signed_at: now })
}

/** The entry of a row: canonical JSON, with commitments in place of personal data. */
export function entryOf(row: Parameters<typeof canonicalRow>[0] & { hash: Buffer }): Buffer {
  const entry = Buffer.from(canonicalRow(row))
  return entry.length <= longestEntry ? entry : Buffer.from(`{"row_sha256":"${row.hash.toString('hex')}"}`)
}

/** The head of an organization's log; undefined before its first row. */
export async function readHead(db: Handle, organizationId: Id): Promise<LogHead | undefined> {
  const row = await db
    .selectFrom('evidence_logs')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  if (!row) return undefined
  const { origin, size, root, checkpoint, witnessed_size, witnessed_checkpoint } = row
  const witnessed = witnessed_checkpoint === null ? null : { size: witnessed_size, checkpoint: witnessed_checkpoint }
  return { origin, size, root, checkpoint, signedAt: row.signed_at, witnessed }
}

type HeadRow = { organization_id: Id; origin: string; size: number; root: Buffer; checkpoint: string; signed_at: Date }

async function writeHead(db: Handle, { organization_id, origin, ...head }: HeadRow): Promise<void> {
  await db
    .insertInto('evidence_logs')
    .values({ organization_id, origin, ...head })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(head))
    .execute()
}
