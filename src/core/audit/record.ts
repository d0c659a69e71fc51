import { lockUntilCommit, runBothShaped, runShaped, runShapedLater, type ShapedQuery } from '../../db/index.ts'
import { type Context, nameActor } from '../context.ts'
import { type Id, newId } from '../ids.ts'
import { type AuditRow, hashRow } from './hash.ts'

const genesis = Buffer.alloc(32)

export type AuditEntry = {
  action: string
  subject: { type: string; id: Id }
  /** Which trail: a submission has its own, everything else belongs to the organization's. */
  chain?: Id
  data?: Record<string, unknown>
}

type Link = { sequence: number; hash: Buffer }

/**
 * Appends to the hash-chained trail in the caller's transaction. Appends to one chain wait for each other, so a chain
 * has no forks. Throws outside a transaction.
 */
export async function recordAudit(ctx: Context, entry: AuditEntry): Promise<void> {
  const chain = entry.chain ?? ctx.organizationId
  await lockChain(ctx, chain)
  const [last] = await runShaped(ctx.db, shapeLast(ctx, chain))
  await append(ctx, { ...entry, chain }, last)
}

/**
 * Runs a statement of a change and appends to the organization's trail what `describe` says of its rows: recordAudit in
 * one round trip less. What `describe` throws undoes the change. Throws outside a transaction.
 */
export async function runAudited<O>(
  ctx: Context,
  change: ShapedQuery<O>,
  describe: (rows: O[]) => Omit<AuditEntry, 'chain'>,
): Promise<O[]> {
  const chain = ctx.organizationId
  await lockChain(ctx, chain)
  const [rows, [last]] = await runBothShaped(ctx.db, change, shapeLast(ctx, chain))
  await append(ctx, { ...describe(rows), chain }, last)
  return rows
}

async function lockChain(ctx: Context, chain: Id): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error('An entry of the audit trail outside a transaction.')
  await lockUntilCommit(ctx.db, chain)
}

// The end of a chain.
function shapeLast(ctx: Context, chain: Id): ShapedQuery<Link> {
  const build = () =>
    ctx.db
      .selectFrom('audit_events')
      .select(['sequence', 'hash'])
      .where('organization_id', '=', ctx.organizationId)
      .where('chain', '=', chain)
      .orderBy('sequence', 'desc')
      .limit(1)
  return { owner: shapeLast, shape: 'last', values: [ctx.organizationId, chain, 1], build }
}

async function append(ctx: Context, entry: AuditEntry & { chain: Id }, last: Link | undefined): Promise<void> {
  const row: AuditRow = {
    chain: entry.chain,
    sequence: (last?.sequence ?? 0) + 1,
    action: entry.action,
    actor: describeActor(ctx),
    subject_type: entry.subject.type,
    subject_id: entry.subject.id,
    data: entry.data ?? {},
    occurred_at: ctx.now,
  }
  const previous = last?.hash ?? genesis
  const values = {
    ...row,
    organization_id: ctx.organizationId,
    id: newId(),
    actor: JSON.stringify(row.actor),
    data: JSON.stringify(row.data),
    previous_hash: previous,
    hash: hashRow(previous, row),
  }
  const build = () => ctx.db.insertInto('audit_events').values(values)
  await runShapedLater(ctx.db, { owner: append, shape: 'insert', values: Object.values(values), build })
}

function describeActor(ctx: Context): Record<string, unknown> {
  return { ...nameActor(ctx.actor), ...ctx.origin }
}
