import { enqueueJob } from '../../jobs/enqueue.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'

/**
 * Mails everybody whose turn had come that the submission ended without a document, except the signer who ended it.
 * Runs in the transaction of the end.
 */
export async function tellOfEnd(ctx: Context, submissionId: Id, endedBy?: Id): Promise<void> {
  const { organizationId } = ctx
  const called = await ctx.db
    .selectFrom('signers')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('submission_id', '=', submissionId)
    .where('turn_came_at', 'is not', null)
    .execute()
  for (const { id } of called.filter((signer) => signer.id !== endedBy))
    await enqueueJob(ctx.db, 'ceremony.mail_end', { organizationId, signerId: id })
}

/** Mails the finished document to everybody in the submission. Runs in the transaction of its completion. */
export async function sendCopies(ctx: Context, submissionId: Id): Promise<void> {
  const { organizationId } = ctx
  const all = await ctx.db
    .selectFrom('signers')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('submission_id', '=', submissionId)
    .execute()
  for (const { id } of all) await enqueueJob(ctx.db, 'ceremony.mail_copy', { organizationId, signerId: id })
}
