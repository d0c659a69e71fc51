import type { Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { Id } from '../ids.ts'
import { type Submission, voidSubmission } from './submissions.ts'

/** Calls a submission back, or throws `submission_ended` when it has ended otherwise; see voidSubmission. */
export async function requestVoiding(ctx: Context, id: Id, reason: string | null): Promise<Submission> {
  const submission = await voidSubmission(ctx, id, reason)
  if (submission.voidedAt) return submission
  throw new DomainError('conflict', 'submission_ended', `This submission is ${submission.status} already.`)
}
