import { transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { destroyKey, lockSubject } from '../people/index.ts'
import { requirePermission } from '../permissions.ts'
import { eraseEvents } from '../webhooks/index.ts'
import { cancelOpen } from './cancel.ts'

/**
 * Erases a person: their open checks are cancelled, their key is destroyed, and every provider that knows them is asked
 * to erase them too. What the event log and stored bodies say of their checks is taken out. Checks, consents and the audit trail stay, as the proof of what was done. A second time changes
 * nothing and returns false. Throws `subject_not_found`.
 */
export async function eraseSubject(ctx: Context, subjectId: Id): Promise<boolean> {
  requirePermission(ctx, 'verifications:delete')
  return transaction(ctx, async (inner) => {
    const subject = await inner.db
      .selectFrom('subjects')
      .select('erased_at')
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', subjectId)
      .executeTakeFirst()
    if (!subject) throw notFound('subject')
    await lockSubject(inner, subjectId)
    await cancelOpen(inner, subjectId, () => true, 'subject_erased')
    if (!(await eraseKey(inner, subjectId))) return false
    const rows = await inner.db
      .selectFrom('verifications')
      .select(['id', 'parent_id'])
      .where('organization_id', '=', inner.organizationId)
      .where('subject_id', '=', subjectId)
      .execute()
    await eraseEvents(
      inner,
      rows.map(({ id }) => id),
    )
    for (const { id } of rows.filter(({ parent_id }) => parent_id === null)) {
      const payload = { organizationId: inner.organizationId, verificationId: id }
      await enqueueJob(inner.db, 'verification.redact', payload, { key: `verification.redact:${id}` })
    }
    return true
  })
}

/** Destroys the person's key and says so in the trail. Returns whether this call did it. */
export async function eraseKey(ctx: Context, subjectId: Id): Promise<boolean> {
  const isDone = await destroyKey(ctx, subjectId)
  if (isDone) await recordAudit(ctx, { action: 'subject.erased', subject: { type: 'subject', id: subjectId } })
  return isDone
}
