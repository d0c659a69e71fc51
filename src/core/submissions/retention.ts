import { sql } from 'kysely'
import { type Handle, transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'

const batch = 200

// The agreement's rule comes before the organization's rule. Without either, a document is kept for ever.
const keptUntil = sql<Date | null>`documents.created_at
  + make_interval(days => coalesce(agreement.document_retention_days, organization.document_retention_days))`

/** The organization's documents. `kept_until` is the end of their retention. */
export function selectDocuments(ctx: Pick<Context, 'db' | 'organizationId'>) {
  return withRules(ctx.db).where('documents.organization_id', '=', ctx.organizationId)
}

/**
 * Deletes the bytes and keys of documents whose retention is over, in all organizations. Without the key, a backup
 * reveals nothing. The trail keeps the hash. Runs as a job, on the system handle.
 */
export async function removeOldDocuments(
  db: Handle,
  now: Date,
  contextOf: (organizationId: string) => Context,
): Promise<number> {
  for (let removed = 0; ; ) {
    const old = await withRules(db)
      .where('documents.removed_at', 'is', null)
      .where(keptUntil, '<=', now)
      .orderBy('documents.created_at')
      .limit(batch)
      .execute()
    for (const row of old) await removeDocument({ ...contextOf(row.organization_id), db }, row)
    removed += old.length
    if (old.length < batch) return removed
  }
}

async function removeDocument(ctx: Context, row: { id: Id; submission_id: Id; sha256: Buffer }): Promise<void> {
  await transaction(ctx, async (inner) => {
    const removed = await inner.db
      .updateTable('documents')
      .set({ wrapped_key: null, removed_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', row.id)
      .where('removed_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!removed) return
    await inner.db
      .deleteFrom('document_contents')
      .where('organization_id', '=', inner.organizationId)
      .where('document_id', '=', row.id)
      .execute()
    await recordAudit(inner, {
      action: 'document.removed',
      subject: { type: 'submission', id: row.submission_id },
      chain: row.submission_id,
      data: { sha256: row.sha256.toString('hex') },
    })
  })
}

function withRules(db: Handle) {
  return db
    .selectFrom('documents')
    .leftJoin('submissions as submission', (join) =>
      join
        .onRef('submission.organization_id', '=', 'documents.organization_id')
        .onRef('submission.id', '=', 'documents.submission_id'),
    )
    .leftJoin('agreements as agreement', (join) =>
      join
        .onRef('agreement.organization_id', '=', 'submission.organization_id')
        .onRef('agreement.id', '=', 'submission.agreement_id'),
    )
    .leftJoin('organizations as organization', 'organization.id', 'documents.organization_id')
    .selectAll('documents')
    .select(keptUntil.as('kept_until'))
}
