import type { JobHandlers } from '../../jobs/handlers.ts'
import { mail, type SendMail } from '../mail.ts'

export {
  listServedOrganizations,
  readServerState,
  type ServedOrganization,
  setServedMaintenance,
  setServerMaintenance,
} from './server.ts'

/** A job that is not retried automatically. */
export type FailedJob = { id: string; task: string; error: string; isSetAside: boolean }

export type OperatorJobDependencies = {
  sendMail: SendMail
  /** The operator's address. Null sends no mail; the log, the metrics and `doctor` still report the job. */
  address: string | null
  publicUrl(): string
  findFailedJob(id: string): Promise<FailedJob | null>
}

export const operatorJobs: JobHandlers<OperatorJobDependencies> = {
  async 'operator.job_set_aside'({ sendMail, address, publicUrl, findFailedJob }, { jobId }) {
    const job = await findFailedJob(String(jobId))
    if (!job || address === null) return
    const { id, task, error } = job
    await sendMail(mail([address], 'job_set_aside', { server: publicUrl(), id, task, error }))
  },
}
