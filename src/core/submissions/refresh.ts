import { randomBytes } from 'node:crypto'
import { type Handle, transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Prover } from '../evidence/index.ts'
import type { Id } from '../ids.ts'
import { encrypt, sha256 } from '../vault.ts'
import { purposeOf, readBytes } from './document.ts'
import { lockSubmission } from './lock.ts'

/** A document is refreshed this long before the certificate of its newest timestamp ends. */
const beforeMs = 180 * 24 * 3_600_000
const batch = 100

type Row = { organization_id: Id; id: Id; submission_id: Id; sha256: Buffer; wrapped_key: Buffer | null }

/**
 * Adds a timestamp to each B-LTA document whose newest one ends soon. The trail has the hash before and after. Runs as
 * a job, on the system handle. Returns how many documents were due.
 */
export async function refreshDocuments(
  db: Handle,
  now: Date,
  { prover, contextOf }: { prover: Prover; contextOf(organizationId: string): Context },
): Promise<number> {
  const rows = await db
    .selectFrom('documents')
    .select(['organization_id', 'id', 'submission_id', 'sha256', 'wrapped_key'])
    .where('refresh_before', '<', new Date(now.getTime() + beforeMs))
    .where('removed_at', 'is', null)
    .orderBy('refresh_before')
    .limit(batch)
    .execute()
  for (const row of rows) await refreshDocument({ ...contextOf(row.organization_id), db }, prover, row)
  return rows.length
}

async function refreshDocument(ctx: Context, prover: Prover, row: Row): Promise<void> {
  const before = row.wrapped_key && (await readBytes(ctx, row, row.wrapped_key))
  // A document that was tampered with gets no further timestamp. The audit reports it.
  if (!before || !sha256(before).equals(row.sha256)) return
  const { bytes, refreshBefore } = await prover.refresh(before)
  const [hash, key] = [sha256(bytes), randomBytes(32)]
  await transaction(ctx, async (inner) => {
    await lockSubmission(inner, row.submission_id)
    const changed = await inner.db
      .updateTable('documents')
      .set({
        sha256: hash,
        byte_size: bytes.length,
        refresh_before: refreshBefore,
        wrapped_key: inner.vault.seal(purposeOf(inner, row.id), key),
      })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', row.id)
      .where('sha256', '=', row.sha256)
      .where('removed_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!changed) return
    await inner.db
      .updateTable('document_contents')
      .set({ bytes: encrypt(key, purposeOf(inner, row.id), Buffer.from(bytes)) })
      .where('organization_id', '=', inner.organizationId)
      .where('document_id', '=', row.id)
      .execute()
    const data = { sha256: hash.toString('hex'), previousSha256: row.sha256.toString('hex') }
    const subject = { type: 'submission', id: row.submission_id } as const
    await recordAudit(inner, { action: 'document.refreshed', subject, chain: row.submission_id, data })
  })
}
