import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import { actionFields, newAction, recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { openSigners, type Signer } from './signer.ts'

/** A decline. Its id equals the id of its submission. `reason` is null once the signer was erased. */
type Decline = { id: Id; submissionId: Id; signerId: Id; reason: string | null; declinedAt: Date }

export const declineList = defineList({
  name: 'decline',
  permission: 'submissions:read',
  fields: {
    id: actionFields('declines').id,
    submissionId: listField('id', 'declines.submission_id'),
    signerId: listField('id', 'declines.signer_id'),
    declinedAt: listField('time', 'declines.declined_at', { isNeverEmpty: true }),
  },
  newest: 'declinedAt',
  rows: (ctx) => ctx.db.selectFrom('declines').selectAll().where('organization_id', '=', ctx.organizationId),
  read: openDeclines,
})

export function listDeclines(ctx: Context, request: ListRequest): Promise<Page<Decline>> {
  return listRows(ctx, declineList, request)
}

/** Records a decline, and writes its row in the trail. Runs in the caller's transaction. */
export async function recordDecline(ctx: Context, signer: Signer, reason: string): Promise<void> {
  const { id, submission_id, subject_id } = signer
  await ctx.db
    .insertInto('declines')
    .values({ ...newAction(ctx, submission_id), submission_id, signer_id: id, declined_at: ctx.now })
    .execute()
  await recordAudit(ctx, {
    action: signer.kind === 'approver' ? 'agreement.refused' : 'agreement.declined',
    subject: { type: 'signer', id },
    chain: submission_id,
    person: subject_id,
    personal: { reason },
  })
}

// The reason is sealed with the other personal data of the signer, so the signer is opened for it.
async function openDeclines(ctx: Context, rows: Selectable<Tables['declines']>[]): Promise<Decline[]> {
  if (rows.length === 0) return []
  const found = await ctx.db
    .selectFrom('signers')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where(
      'id',
      'in',
      rows.map((row) => row.signer_id),
    )
    .execute()
  const reasons = new Map((await openSigners(ctx, found)).map(({ id, decline_reason }) => [id, decline_reason]))
  return rows.map((row) => ({
    id: row.id,
    submissionId: row.submission_id,
    signerId: row.signer_id,
    reason: reasons.get(row.signer_id) ?? null,
    declinedAt: row.declined_at,
  }))
}
