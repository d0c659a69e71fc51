import { type Handle, transaction } from '../../db/index.ts'
import { enqueueJob, isEnqueued, isRunning, withdrawJob } from '../../jobs/enqueue.ts'
import type { SealReason } from '../../texts/index.ts'
import { noteChange } from '../changes/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { completionKey, enqueueCompletion } from './turns.ts'

/** A document may take this long after the last act. Then the sweep enqueues it again. */
const patienceMs = 2 * 60_000
/** A job that runs for longer may hang, so the sweep enqueues another. */
const longestRunMs = 15 * 60_000
const atOnce = 1_000
/** A document is late after this time, and the operator is told. */
const alarmMs = 5 * 60_000
const alarm = 'operator.unsealed'

/**
 * Enqueues the document of every submission that everybody has signed and that has no document. A running job is left
 * alone; the fate of an earlier job does not matter. Runs as a job, on the system handle. Returns the number of
 * submissions.
 */
export async function sweepUnsealed(db: Handle, now: Date): Promise<number> {
  const rows = await selectUnsealed(db, new Date(now.getTime() - patienceMs))
    .select(['organization_id', 'id'])
    .orderBy('acted_at')
    .limit(atOnce)
    .execute()
  const since = new Date(now.getTime() - longestRunMs)
  for (const { organization_id, id } of rows) {
    const of = { organizationId: organization_id, submissionId: id }
    if (!(await isRunning(db, completionKey(of), since))) await enqueueCompletion(db, of)
  }
  return rows.length
}

/**
 * Makes a job tell the operator about late documents: at once, then once a day until all are sealed. Runs as a job, on
 * the system handle.
 */
export async function tellOfUnsealed(db: Handle, now: Date): Promise<void> {
  if ((await countUnsealed(db, now)) === 0) await withdrawJob(db, alarm)
  else if (!(await isEnqueued(db, alarm))) await enqueueJob(db, alarm, {}, { key: alarm })
}

/** The number of submissions that everybody has signed and whose document is late. Runs on the system handle. */
export async function countUnsealed(db: Handle, now: Date): Promise<number> {
  const { count } = await selectUnsealed(db, new Date(now.getTime() - alarmMs))
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Stores the reason why the document of a submission was not sealed. */
export async function noteSealReason(ctx: Context, submissionId: Id, reason: SealReason): Promise<void> {
  await transaction(ctx, async (inner) => {
    const changed = await inner.db
      .updateTable('submissions')
      .set({ seal_reason: reason })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', submissionId)
      .where('completed_at', 'is', null)
      .where((where) => where.or([where('seal_reason', 'is', null), where('seal_reason', '<>', reason)]))
      .returning('id')
      .executeTakeFirst()
    if (changed) await noteChange(inner, 'submission', submissionId, 'submission.unsealed')
  })
}

function selectUnsealed(db: Handle, before: Date) {
  return db
    .selectFrom('submissions')
    .where('acted_at', '<', before)
    .where('completed_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expired_at', 'is', null)
}
