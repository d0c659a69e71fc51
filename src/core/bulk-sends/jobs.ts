import { analyzeSmall, type Database } from '../../db/index.ts'
import type { JobHandlers } from '../../jobs/handlers.ts'
import type { Context } from '../context.ts'
import { emptyOldBulkSends } from './retention.ts'
import { runBulkSend, runJob } from './run.ts'

type BulkSendJobDependencies = {
  database: Database
  now: () => Date
  /** A context that acts as the system in an organization, at the present time. */
  contextOf(organizationId: string): Context
}

/** The tables that a bulk send fills, and the tables that their rows refer to. */
const growing = ['subjects', 'submissions', 'signers', 'bulk_send_rows']

export const bulkSendJobs: JobHandlers<BulkSendJobDependencies> = {
  async [runJob]({ database, contextOf }, { organizationId, bulkSendId }) {
    if (typeof organizationId !== 'string' || typeof bulkSendId !== 'string')
      throw new Error(`${runJob} needs its ids.`)
    await analyzeSmall(database.system, growing)
    await runBulkSend(() => contextOf(organizationId), bulkSendId)
  },
  async 'bulk_send.empty'({ database, now, contextOf }) {
    await emptyOldBulkSends(database.system, now(), contextOf)
  },
}

/** The jobs that run on a schedule. */
export const bulkSendSchedule = [{ job: 'bulk_send.empty', cron: '40 * * * *' }]
