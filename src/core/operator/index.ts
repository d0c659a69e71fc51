import type { Database } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import type { JobHandlers } from '../../jobs/handlers.ts'
import { mail, type SendMail } from '../mail.ts'
import { countUnsealed } from '../submissions/index.ts'

export { listServedOrganizations, readServerState, setServedMaintenance, setServerMaintenance } from './server.ts'

/** A job that is not retried automatically. */
type FailedJob = { id: string; task: string; error: string; isSetAside: boolean }

type OperatorJobDependencies = {
  sendMail: SendMail
  /** The operator's address. Null sends no mail; the log, the metrics and `doctor` still report the job. */
  address: string | null
  publicUrl(): string
  findFailedJob(id: string): Promise<FailedJob | null>
  database: Pick<Database, 'system'>
  now(): Date
  /** Tries a whole seal. Returns the reason why it fails, or null. */
  trySeal(): Promise<string | null>
}

const dayMs = 24 * 3_600_000

export const operatorJobs: JobHandlers<OperatorJobDependencies> = {
  async 'operator.job_set_aside'({ sendMail, address, publicUrl, findFailedJob }, { jobId }) {
    const job = await findFailedJob(String(jobId))
    if (!job || address === null) return
    const { id, task, error } = job
    await sendMail(mail([address], 'job_set_aside', { server: publicUrl(), id, task, error }))
  },
  /**
   * Mails the operator about unsealed documents, and again after a day. The sweep withdraws the job when all are
   * sealed.
   */
  async 'operator.unsealed'({ sendMail, address, publicUrl, database, now, trySeal }) {
    const count = await countUnsealed(database.system, now())
    if (count === 0 || address === null) return
    const why = await trySeal()
    await sendMail(mail([address], 'documents_unsealed', { server: publicUrl(), count, why }))
    const runAt = new Date(now().getTime() + dayMs)
    await enqueueJob(database.system, 'operator.unsealed', {}, { key: 'operator.unsealed', runAt })
  },
}
