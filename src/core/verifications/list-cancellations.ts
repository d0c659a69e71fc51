import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import { type Action, actionFields, newAction, toAction } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'

/** A cancellation. Its id equals the id of its verification. */
export type Cancellation = Action & {
  verificationId: Id
  reason: string | null
  reasonCode: string | null
  cancelledAt: Date
}

export const cancellationList = defineList({
  name: 'cancellation',
  permission: 'verifications:read',
  fields: {
    ...actionFields('cancellations'),
    verificationId: listField('id', 'cancellations.verification_id'),
    reason: listField('text', 'cancellations.reason'),
    reasonCode: listField('text', 'cancellations.reason_code'),
    cancelledAt: listField('time', 'cancellations.cancelled_at', { isNeverEmpty: true }),
  },
  newest: 'cancelledAt',
  rows: selectStanding,
  read: (_, rows) => rows.map(toCancellation),
})

/** Lists cancellations, except those of verifications that were deleted or that a provider has reopened. */
export function listCancellations(ctx: Context, request: ListRequest): Promise<Page<Cancellation>> {
  return listRows(ctx, cancellationList, request)
}

/** The cancellation of a verification that is cancelled. */
export async function readCancellation(ctx: Context, verificationId: Id): Promise<Cancellation> {
  return toCancellation(await selectStanding(ctx).where('id', '=', verificationId).executeTakeFirstOrThrow())
}

/**
 * Records a cancellation; the caller writes its row in the trail. A verification that a provider has reopened can be
 * cancelled again, and then the last cancellation replaces the first.
 */
export async function recordCancellation(ctx: Context, verificationId: Id, why: Why): Promise<void> {
  const { actor, ...key } = newAction(ctx, verificationId)
  const told = { actor, reason: why.reason ?? null, reason_code: why.reasonCode ?? null, cancelled_at: ctx.now }
  await ctx.db
    .insertInto('cancellations')
    .values({ ...key, verification_id: verificationId, ...told })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doUpdateSet(told))
    .execute()
}

type Why = { reason?: string | undefined; reasonCode?: string | undefined }

function selectStanding(ctx: Context) {
  return ctx.db
    .selectFrom('cancellations')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where((where) =>
      where.exists(
        where
          .selectFrom('verifications')
          .whereRef('verifications.organization_id', '=', 'cancellations.organization_id')
          .whereRef('verifications.id', '=', 'cancellations.verification_id')
          .where('verifications.deleted_at', 'is', null)
          .where('verifications.cancelled_at', 'is not', null),
      ),
    )
}

function toCancellation(row: Selectable<Tables['cancellations']>): Cancellation {
  return {
    ...toAction(row),
    verificationId: row.verification_id,
    reason: row.reason,
    reasonCode: row.reason_code,
    cancelledAt: row.cancelled_at,
  }
}
