import type { Handle } from '../../db/index.ts'
import { enqueueCompletion } from './turns.ts'

/** A document may take this long after the last act. Then the sweep enqueues it again. */
const patienceMs = 2 * 60_000
const atOnce = 1_000

/**
 * Enqueues the document of every submission that everybody has signed and that has none, whatever became of its job.
 * Runs as a job, on the system handle. Returns how many submissions it found.
 */
export async function sweepUnsealed(db: Handle, now: Date): Promise<number> {
  const rows = await db
    .selectFrom('submissions')
    .select(['organization_id', 'id'])
    .where('acted_at', '<', new Date(now.getTime() - patienceMs))
    .where('completed_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expired_at', 'is', null)
    .orderBy('acted_at')
    .limit(atOnce)
    .execute()
  for (const { organization_id, id } of rows)
    await enqueueCompletion(db, { organizationId: organization_id, submissionId: id })
  return rows.length
}
