import type { Database } from '../../db/index.ts'
import type { JobHandlers } from '../../jobs/handlers.ts'
import type { Context } from '../context.ts'
import { expireExports } from './retention.ts'
import { runExport, runJob, type WriteExportPart } from './run.ts'

type ExportJobDependencies = {
  database: Database
  now: () => Date
  /** A context that acts as the system in an organization, at the present time. */
  contextOf(organizationId: string): Context
  write: WriteExportPart
}

export const exportJobs: JobHandlers<ExportJobDependencies> = {
  async [runJob]({ contextOf, write }, { organizationId, exportId }) {
    if (typeof organizationId !== 'string' || typeof exportId !== 'string') throw new Error(`${runJob} needs its ids.`)
    await runExport(() => contextOf(organizationId), write, exportId)
  },
  async 'export.expire'({ database, now, contextOf }) {
    await expireExports(database.system, now(), contextOf)
  },
}

/** The jobs that run on a schedule. */
export const exportSchedule = [{ job: 'export.expire', cron: '50 * * * *' }]
