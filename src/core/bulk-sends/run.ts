import { sql } from 'kysely'
import { transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import { recordAudit } from '../audit/index.ts'
import { noteChange } from '../changes/index.ts'
import type { Actor, Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { Id } from '../ids.ts'
import { createSubmissions } from '../submissions/index.ts'
import { type BulkSendRow, lockBulkSend } from './bulk-send.ts'
import { openRow, sealWaysIn } from './sealed-rows.ts'

export const runJob = 'bulk_send.run'

const rowsAtOnce = 100
/** A job must end soon, because a stopping server waits for it. */
const jobMs = 3_000
const dayMs = 86_400_000
/** How many days a done bulk send keeps its invitation tokens, and a stopped one its remaining rows. */
const daysKept = { done: 7, stopped: 30 } as const

/**
 * Makes submissions of the next rows for a few seconds, then enqueues the job again. A crash skips no row and repeats
 * none.
 */
export async function runBulkSend(contextOf: () => Context, id: Id): Promise<void> {
  const end = performance.now() + jobMs
  while (performance.now() < end) if (!(await runSome(contextOf(), id))) return
  await addRun(contextOf(), id)
}

/** Enqueues the job that makes the remaining submissions. */
export async function addRun({ db, organizationId }: Context, bulkSendId: Id): Promise<void> {
  await enqueueJob(db, runJob, { organizationId, bulkSendId }, { key: bulkSendId })
}

/** Makes one batch of submissions and updates their rows in one transaction. Returns whether rows may remain. */
async function runSome(ctx: Context, id: Id): Promise<boolean> {
  try {
    return await transaction(ctx, (inner) => makeSome(inner, id))
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error
    await transaction(ctx, (inner) => stopBy(inner, id, error))
    return false
  }
}

async function makeSome(ctx: Context, id: Id): Promise<boolean> {
  const send = await lockBulkSend(ctx, id)
  if (send.state !== 'running') return false
  const rows = await ctx.db
    .selectFrom('bulk_send_rows')
    .select(['line', 'sealed'])
    .where('organization_id', '=', ctx.organizationId)
    .where('bulk_send_id', '=', id)
    .where('sealed', 'is not', null)
    .orderBy('line')
    .limit(rowsAtOnce)
    .execute()
  const made = await makeRows({ ...ctx, actor: actorOf(send) }, send, rows)
  if (made.length > 0) await noteMade(ctx, id, made)
  const isDone = rows.length < rowsAtOnce
  const ending = isDone ? ({ state: 'done', ended_at: ctx.now, kept_until: keptUntil(ctx, 'done') } as const) : {}
  await ctx.db
    .updateTable('bulk_sends')
    .set({ made: send.made + made.length, updated_at: ctx.now, ...ending })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .execute()
  if (isDone) await tellEnd(ctx, id, 'done', { made: send.made + made.length })
  else await noteChange(ctx, 'bulk_send', id, 'bulk_send.progressed')
  return !isDone
}

type Made = { line: number; submissionId: Id; waysIn: Buffer | null }

async function makeRows(
  ctx: Context,
  send: BulkSendRow,
  rows: readonly { line: number; sealed: Buffer | null }[],
): Promise<Made[]> {
  const read = rows.map(({ line, sealed }) => ({
    line,
    said: openRow(ctx, { bulkSendId: send.id, line }, sealed ?? Buffer.alloc(0)),
  }))
  const made = await createSubmissions(
    ctx,
    send.agreement_link_id,
    read.map(({ said }) => said),
  )
  return made.map(({ id: submissionId, tokens }, index) => {
    const line = read[index]?.line ?? 0
    const isKept = send.delivery === 'link' && Object.keys(tokens).length > 0
    return { line, submissionId, waysIn: isKept ? sealWaysIn(ctx, { bulkSendId: send.id, line }, tokens) : null }
  })
}

async function noteMade(ctx: Context, id: Id, made: readonly Made[]): Promise<void> {
  const lines = made.map(({ line }) => line)
  const ids = made.map(({ submissionId }) => submissionId)
  const ways = made.map(({ waysIn }) => waysIn)
  await sql`
    update bulk_send_rows as row set submission_id = made.id, ways_in = made.ways, sealed = null
    from unnest(${lines}::integer[], ${ids}::uuid[], ${ways}::bytea[]) as made(line, id, ways)
    where row.organization_id = ${ctx.organizationId} and row.bulk_send_id = ${id} and row.line = made.line`.execute(
    ctx.db,
  )
}

// Stops a bulk send whose rows cannot be made, for example because its link was deactivated. A person can correct that
// and continue it.
async function stopBy(ctx: Context, id: Id, error: DomainError): Promise<void> {
  const { state, made } = await lockBulkSend(ctx, id)
  if (state !== 'running') return
  const { code, params } = error.said ?? { code: 'bulk_send_unfit', params: {} }
  await markStopped(ctx, id, { code, params })
  await tellEnd(ctx, id, 'stopped', { made, reason: error.code })
}

/**
 * Writes that a bulk send has stopped. `trouble` is null when a person stopped it. Runs in the caller's transaction,
 * which has locked it.
 */
export async function markStopped(
  ctx: Context,
  id: Id,
  trouble: { code: string; params: object } | null,
): Promise<void> {
  await ctx.db
    .updateTable('bulk_sends')
    .set({ ...stoppedNow(ctx), trouble: trouble && JSON.stringify(trouble), updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .execute()
}

export function stoppedNow(ctx: Context) {
  return { state: 'stopped', ended_at: ctx.now, kept_until: keptUntil(ctx, 'stopped') } as const
}

/** Records in the trail that a bulk send is done, stopped or continued. */
export async function tellEnd(
  ctx: Context,
  id: Id,
  what: 'done' | 'stopped' | 'continued',
  data: Record<string, unknown>,
) {
  await recordAudit(ctx, { action: `bulk_send.${what}`, subject: { type: 'bulk_send', id }, data })
}

function keptUntil({ now }: Context, state: 'done' | 'stopped'): Date {
  return new Date(now.getTime() + daysKept[state] * dayMs)
}

// The actor who began the bulk send, with the permission to make submissions and no other. The trail of each submission
// names this actor.
function actorOf({ actor }: BulkSendRow): Actor {
  const permissions = ['submissions:write'] as const
  const { kind, id } = actor
  if (typeof id !== 'string') return { kind: 'system' }
  if (kind === 'user') return { kind, id, role: '', permissions }
  if (kind === 'api_key') return { kind, id, role: '', permissions, apiVersion: '' }
  return { kind: 'system' }
}
