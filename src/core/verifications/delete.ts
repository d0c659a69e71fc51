import { transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { rewriteExports } from '../exports/index.ts'
import type { Id } from '../ids.ts'
import { lockSubject } from '../people/index.ts'
import { requirePermission } from '../permissions.ts'
import { audit, describeActor } from './changes.ts'
import { forgetMetadata, forgetPerson } from './erase.ts'
import { lockScans, lockVerification, selectVerifications, type VerificationRow } from './verification.ts'

/**
 * Deletes a verification and its scans, and cancels an open one. A tombstone stays, so a second call finds nothing.
 * Destroys the person's data when no other verification needs it, and asks the provider to erase its copy.
 * Throws `verification_not_found`.
 */
export async function deleteVerification(ctx: Context, id: Id): Promise<{ id: Id; deletedAt: Date }> {
  requirePermission(ctx, 'verifications:delete')
  return transaction(ctx, async (inner) => {
    const known = await selectVerifications(inner)
      .select(['parent_id', 'subject_id'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!known) throw notFound('verification')
    await lockSubject(inner, known.subject_id)
    // Every transaction locks a verification before its scans, so that two never wait for each other.
    if (known.parent_id !== null) await lockVerification(inner, known.parent_id)
    const row = await lockVerification(inner, id)
    for (const scan of await lockScans(inner, id)) await bury(inner, scan)
    await bury(inner, row)
    await forgetPayload(inner, row)
    const isErased = await eraseWhenUnused(inner, row.subject_id)
    const { type, tier, subtype } = row
    const about = { id, submissionId: row.submission_id, subjectId: row.subject_id }
    await audit(inner, about, 'deleted', { type, tier, subtype, isErased })
    if (row.parent_id === null) {
      const payload = { organizationId: inner.organizationId, verificationId: id }
      await enqueueJob(inner.db, 'verification.redact', payload, { key: `verification.redact:${id}` })
    }
    await rewriteExports(inner)
    return { id, deletedAt: inner.now }
  })
}

async function bury(ctx: Context, row: VerificationRow): Promise<void> {
  await forgetMetadata(ctx, [row.id])
  await ctx.db
    .updateTable('verifications')
    .set({
      latest_response: '{}',
      metadata: '{}',
      details: '{}',
      deleted_at: ctx.now,
      deleted_by: describeActor(ctx),
      updated_at: ctx.now,
    })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', row.id)
    .execute()
}

async function forgetPayload(ctx: Context, row: VerificationRow): Promise<void> {
  await ctx.db
    .deleteFrom('personal_data')
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', row.subject_id)
    .where('kind', '=', `response:${row.id}`)
    .execute()
}

async function eraseWhenUnused(ctx: Context, subjectId: Id): Promise<boolean> {
  const other = await selectVerifications(ctx).select('id').where('subject_id', '=', subjectId).executeTakeFirst()
  return other ? false : forgetPerson(ctx, subjectId)
}
