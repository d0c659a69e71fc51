import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { hashRow } from './hash.ts'

/**
 * Walks one chain and computes every hash again. Returns the head, or the sequence number of the first row that was
 * changed, removed or put in.
 */
export async function verifyChain(
  ctx: Context,
  chain: Id,
): Promise<{ intact: true; length: number; head: Buffer | null } | { intact: false; brokenAt: number }> {
  const rows = await ctx.db
    .selectFrom('audit_events')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('chain', '=', chain)
    .orderBy('sequence')
    .execute()
  let previous: Buffer = Buffer.alloc(32)
  for (const [index, row] of rows.entries()) {
    const { chain, sequence, action, actor, subject_type, subject_id, data, occurred_at } = row
    const expected = hashRow(previous, { chain, sequence, action, actor, subject_type, subject_id, data, occurred_at })
    const follows = sequence === index + 1 && row.previous_hash.equals(previous)
    if (!follows || !row.hash.equals(expected)) return { intact: false, brokenAt: index + 1 }
    previous = row.hash
  }
  return { intact: true, length: rows.length, head: rows.length ? previous : null }
}
