import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import { type Action, actionFields, newAction, recordAudit, toAction } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { findSigners } from './signer.ts'

/** A voiding. Its id equals the id of its submission. */
export type Voiding = Action & { submissionId: Id; reason: string | null; voidedAt: Date }

export const voidingList = defineList({
  name: 'voiding',
  permission: 'submissions:read',
  fields: {
    ...actionFields('voidings'),
    submissionId: listField('id', 'voidings.submission_id'),
    reason: listField('text', 'voidings.reason'),
    voidedAt: listField('time', 'voidings.voided_at', { isNeverEmpty: true }),
  },
  newest: 'voidedAt',
  rows: selectVoidings,
  read: (_, rows) => rows.map(toVoiding),
})

export function listVoidings(ctx: Context, request: ListRequest): Promise<Page<Voiding>> {
  return listRows(ctx, voidingList, request)
}

/** The voidings of the given submissions, by submission id. */
export async function findVoidings(
  ctx: Context,
  submissions: readonly { id: Id; voided_at: Date | null }[],
): Promise<Map<Id, Voiding>> {
  const ids = submissions.flatMap(({ id, voided_at }) => (voided_at ? [id] : []))
  if (ids.length === 0) return new Map()
  const rows = await selectVoidings(ctx).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.submission_id, toVoiding(row)]))
}

/** Records a voiding, and writes its row in the trail. Runs in the caller's transaction. */
export async function recordVoiding(ctx: Context, submissionId: Id, why: Why): Promise<void> {
  const reason = why.reason ?? null
  await ctx.db
    .insertInto('voidings')
    .values({ ...newAction(ctx, submissionId), submission_id: submissionId, reason, voided_at: ctx.now })
    .execute()
  await recordAudit(ctx, {
    action: 'submission.voided',
    subject: { type: 'submission', id: submissionId },
    chain: submissionId,
    ...(why.reasonCode && { data: { reasonCode: why.reasonCode } }),
    ...(reason !== null && { person: await findPerson(ctx, submissionId), personal: { reason } }),
  })
}

type Why = { reason?: string | null; reasonCode?: string }

function selectVoidings(ctx: Context) {
  return ctx.db.selectFrom('voidings').selectAll().where('organization_id', '=', ctx.organizationId)
}

function toVoiding(row: Selectable<Tables['voidings']>): Voiding {
  return { ...toAction(row), submissionId: row.submission_id, reason: row.reason, voidedAt: row.voided_at }
}

// The reason is sealed with the key of the first signer, whose personal data it may contain.
async function findPerson(ctx: Context, submissionId: Id): Promise<Id> {
  const [signer] = await findSigners(ctx, submissionId)
  if (!signer) throw new Error(`Submission ${submissionId} has no signer.`)
  return signer.subject_id
}
