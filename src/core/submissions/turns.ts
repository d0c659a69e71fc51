import type { Handle } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { findSigners, type Signer } from './signer.ts'

type Turn = Pick<Signer, 'turn' | 'is_awaited'>

/** Whether everybody before this signer has acted. */
export function isTurn(signer: Turn, signers: readonly Turn[]): boolean {
  return signers.every(({ turn, is_awaited }) => turn >= signer.turn || !is_awaited)
}

/** The signers that a submission waits for now. */
export function whoseTurn<T extends Turn>(signers: readonly T[]): T[] {
  return signers.filter((signer) => signer.is_awaited && isTurn(signer, signers))
}

/** Whether nobody has said yet who acts in a role. */
export function isUnnamed({ kind, delivery }: Pick<Signer, 'kind' | 'delivery'>): boolean {
  return kind !== 'copy' && delivery === null
}

/**
 * Gives the next signers their turn, and mails an invitation to those who get theirs by e-mail. Skips signers who have
 * had their turn or are not named yet. Runs in the transaction that ends the turn before.
 */
export async function callNext(ctx: Context, submissionId: Id): Promise<void> {
  const { organizationId, now } = ctx
  const next = whoseTurn(await findSigners(ctx, submissionId)).filter(({ turn_came_at }) => turn_came_at === null)
  for (const { id, delivery } of next.filter((signer) => !isUnnamed(signer))) {
    await ctx.db
      .updateTable('signers')
      .set({ turn_came_at: now, updated_at: now })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id)
      .execute()
    if (delivery === 'email') await enqueueJob(ctx.db, 'ceremony.mail_invitation', { organizationId, signerId: id })
  }
}

/**
 * Continues a submission after an act: the next signers get their turn, or the document is made when nobody is left.
 */
export async function moveOn(ctx: Context, submissionId: Id): Promise<void> {
  const signers = await findSigners(ctx, submissionId)
  if (signers.some(({ is_awaited }) => is_awaited)) return callNext(ctx, submissionId)
  await ctx.db
    .updateTable('submissions')
    .set({ acted_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', submissionId)
    .execute()
  await enqueueCompletion(ctx.db, { organizationId: ctx.organizationId, submissionId })
}

/** Enqueues the making of the document. Waiting jobs of one submission replace each other. */
export function enqueueCompletion(db: Handle, of: { organizationId: Id; submissionId: Id }): Promise<void> {
  return enqueueJob(db, 'submission.complete', of, { key: completionKey(of) })
}

/** The key of the job that makes the document of a submission. */
export function completionKey({ submissionId }: { submissionId: Id }): string {
  return `submission.complete:${submissionId}`
}
