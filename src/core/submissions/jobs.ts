import type { Database } from '../../db/index.ts'
import type { JobHandlers } from '../../jobs/handlers.ts'
import type { Context } from '../context.ts'
import { reasonOf } from '../evidence/index.ts'
import { completeSubmission, type Finishing } from './completion.ts'
import { expireSubmission, listOverdue } from './expiry.ts'
import { refreshDocuments } from './refresh.ts'
import { listUnreminded, remindOverdue } from './reminder.ts'
import { removeOldDocuments } from './retention.ts'
import { noteSealReason, sweepUnsealed, tellOfUnsealed } from './unsealed.ts'

type SubmissionJobDependencies = {
  database: Database
  now: () => Date
  /** A context that acts as the system in an organization, at the present time. */
  contextOf(organizationId: string): Context
  finishing: Finishing
}

export const submissionJobs: JobHandlers<SubmissionJobDependencies> = {
  async 'submission.complete'(deps, payload) {
    const { organizationId, submissionId } = payload
    if (typeof organizationId !== 'string' || typeof submissionId !== 'string')
      throw new Error('submission.complete needs its ids.')
    const ctx = deps.contextOf(organizationId)
    try {
      await completeSubmission(ctx, deps.finishing, submissionId)
    } catch (error) {
      await noteSealReason(ctx, submissionId, reasonOf(error))
      throw error
    }
  },
  async 'submission.expire'({ database, now, contextOf }) {
    // A submission that failed to expire stays overdue. `seen` keeps it from being tried again in the same run.
    const seen = new Set<string>()
    for (;;) {
      const overdue = (await listOverdue(database.system, now())).filter(({ id }) => !seen.has(id))
      if (overdue.length === 0) return
      for (const { organizationId, id } of overdue) {
        seen.add(id)
        await expireSubmission(contextOf(organizationId), id)
      }
    }
  },
  async 'submission.remind'({ database, now, contextOf }) {
    const seen = new Set<string>()
    for (;;) {
      const due = (await listUnreminded(database.system, now())).filter(({ id }) => !seen.has(id))
      if (due.length === 0) return
      for (const { organizationId, id } of due) {
        seen.add(id)
        await remindOverdue(contextOf(organizationId), id)
      }
    }
  },
  async 'submission.sweep'({ database, now }) {
    await sweepUnsealed(database.system, now())
    await tellOfUnsealed(database.system, now())
  },
  async 'document.refresh'({ database, now, contextOf, finishing: { prover } }) {
    await refreshDocuments(database.system, now(), { prover, contextOf })
  },
  async 'document.remove'({ database, now, contextOf }) {
    await removeOldDocuments(database.system, now(), contextOf)
  },
}

/** The jobs that run on a schedule. */
export const submissionSchedule = [
  { job: 'submission.expire', cron: '*/10 * * * *' },
  { job: 'submission.sweep', cron: '*/5 * * * *' },
  { job: 'submission.remind', cron: '35 * * * *' },
  { job: 'document.refresh', cron: '50 3 * * *' },
  { job: 'document.remove', cron: '20 * * * *' },
]
