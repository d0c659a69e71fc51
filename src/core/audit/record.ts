import { lockUntilCommit, prepareQuery, runShapedLater } from '../../db/index.ts'
import type { Context } from '../context.ts'
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

/**
 * Appends to the hash-chained trail in the caller's transaction. Appends to one chain wait for each other, so a chain
 * has no forks. Throws outside a transaction.
 */
export async function recordAudit(ctx: Context, entry: AuditEntry): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error(`recordAudit('${entry.action}') outside a transaction.`)
  const chain = entry.chain ?? ctx.organizationId
  await lockUntilCommit(ctx.db, chain)
  const [last] = await findLast(ctx.db, { organizationId: ctx.organizationId, chain })
  const row: AuditRow = {
    chain,
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
  await runShapedLater(ctx.db, { owner: recordAudit, shape: 'insert', values: Object.values(values), build })
}

const findLast = prepareQuery((db, values: { organizationId: Id; chain: Id }) =>
  db
    .selectFrom('audit_events')
    .select(['sequence', 'hash'])
    .where('organization_id', '=', values.organizationId)
    .where('chain', '=', values.chain)
    .orderBy('sequence', 'desc')
    .limit(1),
)

function describeActor(ctx: Context): Record<string, unknown> {
  const who = ctx.actor.kind === 'system' ? { kind: 'system' } : { kind: ctx.actor.kind, id: ctx.actor.id }
  return ctx.origin ? { ...who, ...ctx.origin } : who
}
