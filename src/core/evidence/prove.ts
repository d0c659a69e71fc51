import { selectEntries } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, notFound, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { type ProofFile, writeProof } from './checkpoint.ts'
import { entryOf, readHead } from './log.ts'
import { nodesOf, tileWidth } from './tiles.ts'
import { inclusionProof } from './tree.ts'

/** A proof that a row of a trail is in the log, with the entry of the row. */
type EntryProof = ProofFile & { entry: Buffer }

/**
 * Proves a row of the trail against the newest head of the organization's log.
 * Throws `permission_missing`, `audit_event_not_found`, and `log_pending` until the row is in the log, which takes
 * about a second.
 */
export async function proveEntry(ctx: Context, auditEventId: Id): Promise<EntryProof> {
  requirePermission(ctx, 'audit:read')
  const row = await selectRow(ctx).where('id', '=', auditEventId).executeTakeFirst()
  if (!row) throw notFound('audit_event')
  return prove(ctx, row, false)
}

/** A row by its place in a trail. */
export type Place = { chain: Id; sequence: number }

/**
 * The proof file of a row, with its entry in the extra line. Proves it against the newest head, or the newest cosigned
 * head. Requires no permission.
 * Throws `log_pending`.
 */
export async function writeRowProof(ctx: Context, place: Place, isWitnessed: boolean): Promise<Buffer> {
  const row = await selectRow(ctx)
    .where('chain', '=', place.chain)
    .where('sequence', '=', place.sequence)
    .executeTakeFirstOrThrow()
  const proof = await prove(ctx, row, isWitnessed)
  return Buffer.from(writeProof(proof, proof.entry))
}

function selectRow(ctx: Context) {
  return selectEntries(ctx.db).where('organization_id', '=', ctx.organizationId)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRow>['executeTakeFirstOrThrow']>>

async function prove(ctx: Context, row: Row, isWitnessed: boolean): Promise<EntryProof> {
  const leaf = await ctx.db
    .selectFrom('evidence_leaves')
    .select('leaf')
    .where('organization_id', '=', ctx.organizationId)
    .where('audit_event_id', '=', row.id)
    .executeTakeFirst()
  const newest = await readHead(ctx.db, ctx.organizationId)
  const head = isWitnessed ? newest?.witnessed : newest
  if (!leaf || !head || leaf.leaf >= head.size)
    throw new DomainError('conflict', 'log_pending', say('log_pending'), { retryAfterSeconds: 2 })
  const hashes = await inclusionProof(leaf.leaf, head.size, nodesOf(ctx.db, ctx.organizationId))
  return { leaf: leaf.leaf, hashes, checkpoint: head.checkpoint, entry: entryOf(row) }
}

/**
 * The entries of a tile (C2SP tlog-tiles), each after its length in two bytes. Null when the log has fewer than `width`
 * entries there.
 * Throws `permission_missing`.
 */
export async function readEntries(ctx: Context, number: number, width: number): Promise<Buffer | null> {
  requirePermission(ctx, 'audit:read')
  const first = number * tileWidth
  const rows = await selectEntries(ctx.db)
    .innerJoin('evidence_leaves as leaf', (join) =>
      join
        .onRef('leaf.organization_id', '=', 'audit_events.organization_id')
        .onRef('leaf.audit_event_id', '=', 'audit_events.id'),
    )
    .where('audit_events.organization_id', '=', ctx.organizationId)
    .where('leaf.leaf', '>=', first)
    .where('leaf.leaf', '<', first + width)
    .orderBy('leaf.leaf')
    .execute()
  if (rows.length < width) return null
  return Buffer.concat(
    rows.flatMap((row) => {
      const entry = entryOf(row)
      const length = Buffer.alloc(2)
      length.writeUInt16BE(entry.length)
      return [length, entry]
    }),
  )
}
