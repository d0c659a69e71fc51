import { sql } from 'kysely'
import { newAction, recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { destroyKey } from '../people/index.ts'

/** Deletes the metadata of verifications, and the reasons of their cancellations and decisions. */
export async function forgetMetadata(ctx: Context, ids: readonly Id[]): Promise<void> {
  const these = sql`organization_id = ${ctx.organizationId} and verification_id = any(${[...ids]}::uuid[])`
  await sql`delete from verification_metadata where ${these}`.execute(ctx.db)
  await sql`
    update verifications set metadata = '{}', details = details - 'reason'
    where organization_id = ${ctx.organizationId} and id = any(${[...ids]}::uuid[])`.execute(ctx.db)
  await sql`update cancellations set reason = null where ${these} and reason is not null`.execute(ctx.db)
  await sql`update decisions set reason = null where ${these} and reason is not null`.execute(ctx.db)
}

/** Records that a person's key was destroyed, and writes its row in the trail. Runs in the caller's transaction. */
export async function recordErasure(ctx: Context, subjectId: Id, counts?: Record<string, number>): Promise<void> {
  await ctx.db
    .insertInto('erasures')
    .values({ ...newAction(ctx, subjectId), subject_id: subjectId, erased_at: ctx.now })
    .execute()
  const subject = { type: 'subject', id: subjectId }
  await recordAudit(ctx, { action: 'subject.erased', subject, ...(counts && { data: counts }) })
}

/**
 * Deletes the data of a person whom no verification needs any more. A signer keeps the key, because it seals the proof
 * of the signature. Returns whether the key was destroyed.
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
