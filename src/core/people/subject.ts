import type { Context } from '../context.ts'
import { type Id, newId } from '../ids.ts'
import { forgetPersonKey, makePersonKey, openPersonKey } from './key.ts'

/** Returns the known person, or makes a new one with a data key. Throws `subject_not_found`, `subject_erased`. */
export async function ensureSubject(ctx: Context, known?: Id): Promise<Id> {
  if (known !== undefined) {
    await openPersonKey(ctx, known)
    return known
  }
  const id = newId(ctx.now.getTime())
  await makeSubjects(ctx, [id])
  return id
}

/** Inserts new people with these ids, each with a data key of their own. */
export async function makeSubjects(ctx: Context, ids: readonly Id[]): Promise<void> {
  const { organizationId: organization_id, now: created_at } = ctx
  const rows = ids.map((id) => ({ organization_id, id, wrapped_key: makePersonKey(ctx, id), created_at }))
  await ctx.db.insertInto('subjects').values(rows).execute()
}

/**
 * Locks everything about one person until the transaction ends. Lock it before any verification and before any audit
 * row, so that two transactions never wait for each other.
 */
export async function lockSubject(ctx: Context, id: Id): Promise<void> {
  await ctx.db
    .selectFrom('subjects')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
}

/** Whether a person was erased. Nothing may be stored about an erased person. */
export async function isErased(ctx: Context, subjectId: Id): Promise<boolean> {
  const subject = await ctx.db
    .selectFrom('subjects')
    .select('erased_at')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', subjectId)
    .executeTakeFirst()
  return subject?.erased_at != null
}

/**
 * Destroys a person's key, so that nothing sealed with it can be read, even in backups. Returns false when that was
 * done before. Runs in the caller's transaction.
 */
export async function destroyKey(ctx: Context, subjectId: Id): Promise<boolean> {
  const erased = await ctx.db
    .updateTable('subjects')
    .set({ wrapped_key: null, erased_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', subjectId)
    .where('erased_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!erased) return false
  forgetPersonKey(ctx, subjectId)
  await ctx.db
    .deleteFrom('personal_data')
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', subjectId)
    .execute()
  return true
}
