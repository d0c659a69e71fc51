import type { JobHandlers } from '../../jobs/handlers.ts'
import type { SendMail } from '../mail.ts'

/** A job that is not tried again by itself. */
export type FailedJob = { id: string; task: string; error: string; isSetAside: boolean }

export type OperatorJobDependencies = {
  sendMail: SendMail
  /** Who is told; null for nobody, then the log, the metrics and `doctor` do. */
  address: string | null
  publicUrl(): string
  findFailedJob(id: string): Promise<FailedJob | null>
}

/** The jobs that tell whoever runs this server, by name. */
export const operatorJobs: JobHandlers<OperatorJobDependencies> = {
  async 'operator.job_set_aside'({ sendMail, address, publicUrl, findFailedJob }, { jobId }) {
    const job = await findFailedJob(String(jobId))
    if (!job || address === null) return
    const lines = [
      `A job of the Sealane at ${publicUrl()} ended its process twice. It is set aside: nobody tries it again by itself, and what it was to do is not done.`,
      `Job ${job.id}, ${job.task}: ${job.error}`,
      'Look at such jobs:  npm run -s sealane -- jobs list',
      `Try it once more, in a process of its own:  npm run -s sealane -- jobs retry ${job.id}`,
      `Give it up:  npm run -s sealane -- jobs discard ${job.id}`,
    ]
    await sendMail({ to: [address], subject: `Sealane set the job ${job.task} aside`, text: lines.join('\n\n') })
  },
}
