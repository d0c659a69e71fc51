import { sql } from 'kysely'
import { newAction, recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { destroyKey } from '../people/index.ts'

/** Takes out of checks what their metadata and the reasons that people gave say of the person. */
export async function forgetMetadata(ctx: Context, ids: readonly Id[]): Promise<void> {
  const these = sql`organization_id = ${ctx.organizationId} and verification_id = any(${[...ids]}::uuid[])`
  await sql`delete from verification_metadata where ${these}`.execute(ctx.db)
  await sql`
    update verifications set metadata = '{}', details = details - 'reason'
    where organization_id = ${ctx.organizationId} and id = any(${[...ids]}::uuid[])`.execute(ctx.db)
  await sql`update cancellations set reason = null where ${these} and reason is not null`.execute(ctx.db)
  await sql`update decisions set reason = null where ${these} and reason is not null`.execute(ctx.db)
}

/** Writes down that the key of a person was destroyed, and in the trail. In the caller's transaction. */
export async function recordErasure(ctx: Context, subjectId: Id, counts?: Record<string, number>): Promise<void> {
  await ctx.db
    .insertInto('erasures')
    .values({ ...newAction(ctx, subjectId), subject_id: subjectId, erased_at: ctx.now })
    .execute()
  const subject = { type: 'subject', id: subjectId }
  await recordAudit(ctx, { action: 'subject.erased', subject, ...(counts && { data: counts }) })
}

/**
 * Destroys what checks needed of a person whom no check needs any more: their key, or for a signer, whose key seals the
 * proof of what they signed, their details alone. Returns whether the key was destroyed.
 */
export async function forgetPerson(ctx: Context, subjectId: Id): Promise<boolean> {
  const signer = await ctx.db
    .selectFrom('signers')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', subjectId)
    .executeTakeFirst()
  if (signer) {
    await ctx.db
      .deleteFrom('personal_data')
      .where('organization_id', '=', ctx.organizationId)
      .where('subject_id', '=', subjectId)
      .execute()
    return false
  }
  const isDone = await destroyKey(ctx, subjectId)
  if (isDone) await recordErasure(ctx, subjectId)
  return isDone
}
