import { sql } from 'kysely'
import { transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import { forgetOrigins } from '../audit/index.ts'
import { forgetWaysIn } from '../bulk-sends/index.ts'
import type { Context } from '../context.ts'
import { DomainError, notFound, say } from '../errors.ts'
import { rewriteExports } from '../exports/index.ts'
import { forgetReplies } from '../idempotency/index.ts'
import type { Id } from '../ids.ts'
import { destroyKey, lockSubject } from '../people/index.ts'
import { requirePermission } from '../permissions.ts'
import {
  endForErasure,
  forgetAddresses,
  forgetEntries,
  forgetSignerFiles,
  forgetWords,
  lockSubmission,
} from '../submissions/index.ts'
import { cancelOpen, forgetMetadata, recordErasure } from '../verifications/index.ts'
import { eraseEvents } from '../webhooks/index.ts'

/** What an organization stores about one person. `isWhole` is false for a scan. */
type Traces = { signers: Id[]; submissions: Id[]; verifications: { id: Id; isWhole: boolean }[] }

const finishingMs = 60 * 60 * 1_000

/**
 * Erases a person: destroys their key, ends open submissions and verifications, deletes clear text, and tells every
 * provider. Times, states, hashes, trails and finished documents stay. Returns false when the person was erased before.
 * Throws `subject_not_found`, and `document_pending` while a document of the person is being made.
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
    // Locks submissions before the person, as every step of the ceremony does.
    const { submissions } = await findTraces(inner, subjectId)
    for (const id of submissions) await lockSubmission(inner, id)
    await lockSubject(inner, subjectId)
    if (subject.erased_at) return false
    await requireFinished(inner, subjectId)
    await cancelOpen(inner, subjectId, () => true, 'subject_erased')
    for (const id of submissions) await endForErasure(inner, id)
    const traces = await findTraces(inner, subjectId)
    if (!(await destroyKey(inner, subjectId))) return false
    await forgetOrigins(inner, subjectId)
    await forgetTraces(inner, subjectId, traces)
    const { signers, verifications } = traces
    await recordErasure(inner, subjectId, { signers: signers.length, verifications: verifications.length })
    await rewriteExports(inner)
    return true
  })
}

async function findTraces(ctx: Context, subjectId: Id): Promise<Traces> {
  const of = { organization_id: ctx.organizationId, subject_id: subjectId }
  const signers = await ctx.db
    .selectFrom('signers')
    .select(['id', 'submission_id'])
    .where((where) => where.and(of))
    .orderBy('submission_id')
    .execute()
  const verifications = await ctx.db
    .selectFrom('verifications')
    .select(['id', 'parent_id'])
    .where((where) => where.and(of))
    .execute()
  return {
    signers: signers.map(({ id }) => id),
    submissions: [...new Set(signers.map(({ submission_id }) => submission_id))],
    verifications: verifications.map(({ id, parent_id }) => ({ id, isWhole: parent_id === null })),
  }
}

/** A recent signature still needs its document, and the document needs the personal data of the signer. */
async function requireFinished(ctx: Context, subjectId: Id): Promise<void> {
  const pending = await ctx.db
    .selectFrom('signers as signer')
    .innerJoin('submissions as submission', (join) =>
      join
        .onRef('submission.organization_id', '=', 'signer.organization_id')
        .onRef('submission.id', '=', 'signer.submission_id'),
    )
    .select('signer.id')
    .where('signer.organization_id', '=', ctx.organizationId)
    .where('signer.subject_id', '=', subjectId)
    .where('signer.signed_at', '>', new Date(ctx.now.getTime() - finishingMs))
    .where('submission.completed_at', 'is', null)
    .where('submission.voided_at', 'is', null)
    .where('submission.declined_at', 'is', null)
    .where('submission.expired_at', 'is', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('signers as other')
            .select('other.id')
            .whereRef('other.organization_id', '=', 'signer.organization_id')
            .whereRef('other.submission_id', '=', 'signer.submission_id')
            .where('other.is_awaited', '=', true),
        ),
      ),
    )
    .executeTakeFirst()
  if (!pending) return
  throw new DomainError('conflict', 'document_pending', say('document_pending'))
}

async function forgetTraces(ctx: Context, subjectId: Id, { signers, submissions, verifications }: Traces) {
  const verificationIds = verifications.map(({ id }) => id)
  await forgetWords(ctx, signers)
  await forgetAddresses(ctx, signers)
  await forgetEntries(ctx, signers)
  await forgetSignerFiles(ctx, signers)
  await forgetWaysIn(ctx, submissions)
  await forgetMetadata(ctx, verificationIds)
  await eraseEvents(ctx, [...verificationIds, ...submissions, ...signers])
  await forgetReplies(ctx, [subjectId, ...verificationIds, ...submissions, ...signers])
  await sql`
    update submissions set metadata = '{}'
    where organization_id = ${ctx.organizationId} and id = any(${submissions}::uuid[])`.execute(ctx.db)
  await sql`
    update voidings set reason = null
    where organization_id = ${ctx.organizationId} and submission_id = any(${submissions}::uuid[])`.execute(ctx.db)
  for (const { id } of verifications.filter(({ isWhole }) => isWhole)) {
    const payload = { organizationId: ctx.organizationId, verificationId: id }
    await enqueueJob(ctx.db, 'verification.redact', payload, { key: `verification.redact:${id}` })
  }
}
