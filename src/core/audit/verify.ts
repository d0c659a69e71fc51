import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { hashRow } from './hash.ts'

const batch = 1_000

/** An intact chain, or the sequence number of the first row that was changed, removed or inserted. */
type ChainVerdict = { intact: true; length: number; head: Buffer | null } | { intact: false; brokenAt: number }

/** Computes every hash of a chain again, and compares the last one with the recorded end. */
export async function verifyChain(ctx: Context, chain: Id): Promise<ChainVerdict> {
  let previous: Buffer = Buffer.alloc(32)
  let length = 0
  for (;;) {
    const rows = await readAfter(ctx, chain, length)
    for (const row of rows) {
      const follows = row.sequence === length + 1 && row.previous_hash.equals(previous)
      if (!follows || !row.hash.equals(hashRow(previous, row))) return { intact: false, brokenAt: length + 1 }
      previous = row.hash
      length += 1
    }
    if (rows.length < batch) break
  }
  const end = await readEnd(ctx, chain)
  if ((end?.length ?? 0) !== length) return { intact: false, brokenAt: Math.min(end?.length ?? 0, length) + 1 }
  if (end && !end.head.equals(previous)) return { intact: false, brokenAt: length }
  return { intact: true, length, head: length > 0 ? previous : null }
}

/** The recorded end of a chain; undefined before its first row. */
async function readEnd(ctx: Context, chain: Id): Promise<{ length: number; head: Buffer } | undefined> {
  return ctx.db
    .selectFrom('audit_chains')
    .select(['length', 'head'])
    .where('organization_id', '=', ctx.organizationId)
    .where('chain', '=', chain)
    .executeTakeFirst()
}

function readAfter(ctx: Context, chain: Id, sequence: number) {
  return ctx.db
    .selectFrom('audit_events')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('chain', '=', chain)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(batch)
    .execute()
}
