import type { Handle } from '../../db/index.ts'
import { enqueueCompletion } from './turns.ts'

/** So long the document of a submission may take after the last act before it is looked for. */
const patienceMs = 2 * 60_000
const atOnce = 1_000

/**
 * Has the documents made of submissions that everybody has acted in and that lack one, whatever became of their jobs: nothing
 * stays signed and unsealed. Runs on the system handle, as a job. Answers how many there were.
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
