import { type Selectable, sql } from 'kysely'
import { type Tables, transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { DomainError, notFound, say } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { requirePermission, requireUser } from '../permissions.ts'
import { audit } from './changes.ts'
import { awaitsReview } from './review.ts'
import { lockVerification, selectVerifications, toVerification } from './verification.ts'

/** A person's claim of a verification that waits for review. It ends at `endsAt`. */
type ReviewClaim = { id: Id; verificationId: Id; userId: Id; claimedAt: Date; endsAt: Date }

const heldMs = 30 * 60_000

/** Ended claims are not listed. */
export const reviewClaimList = defineList({
  name: 'review_claim',
  permission: 'verifications:read',
  fields: {
    id: listField('id', 'review_claims.id'),
    verificationId: listField('id', 'review_claims.verification_id'),
    userId: listField('id', 'review_claims.user_id'),
    claimedAt: listField('time', 'review_claims.claimed_at', { isNeverEmpty: true }),
    endsAt: listField('time', 'review_claims.ends_at', { isNeverEmpty: true }),
  },
  newest: 'claimedAt',
  scope: (ctx) => [ctx.organizationId, ctx.now],
  rows: (ctx) =>
    ctx.db
      .selectFrom('review_claims')
      .selectAll()
      .where('organization_id', '=', ctx.organizationId)
      .where('ends_at', '>', ctx.now),
  read: (_, rows) => rows.map(toClaim),
})

/** Lists the present claims. */
export function listReviewClaims(ctx: Context, request: ListRequest): Promise<Page<ReviewClaim>> {
  return listRows(ctx, reviewClaimList, request)
}

/**
 * Claims the review of a verification for the caller: the named one, or the one that has waited longest without a
 * claim. A second claim of the same person starts the time again.
 * Throws `verification_not_found`, `review_not_needed`, `review_claimed`, `no_review_waits`, `user_required`.
 */
export async function claimReview(ctx: Context, { verificationId }: { verificationId?: Id }): Promise<ReviewClaim> {
  requirePermission(ctx, 'verifications:write')
  const userId = requireUser(ctx)
  return transaction(ctx, async (inner) => {
    const row = await lockVerification(inner, verificationId ?? (await findNext(inner)))
    if (!row.awaits_review || !awaitsReview(row))
      throw new DomainError('conflict', 'review_not_needed', say('review_not_needed'))
    await refuseClaimed(inner, row.id)
    const times = { claimed_at: inner.now, ends_at: new Date(inner.now.getTime() + heldMs) }
    const claim = await inner.db
      .insertInto('review_claims')
      .values({
        organization_id: inner.organizationId,
        id: newId(inner.now.getTime()),
        verification_id: row.id,
        user_id: userId,
        ...times,
      })
      .onConflict((conflict) =>
        conflict.columns(['organization_id', 'verification_id']).doUpdateSet({ user_id: userId, ...times }),
      )
      .returningAll()
      .executeTakeFirstOrThrow()
    await audit(inner, toVerification(row), 'claimed', {})
    return toClaim(claim)
  })
}

/** Releases a claim, so that others can review. Throws `review_claim_not_found`. */
export async function releaseReview(ctx: Context, id: Id): Promise<void> {
  requirePermission(ctx, 'verifications:write')
  await transaction(ctx, async (inner) => {
    const claim = await inner.db
      .deleteFrom('review_claims')
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .returning('verification_id')
      .executeTakeFirst()
    if (!claim) throw notFound('review_claim')
    await audit(inner, toVerification(await lockVerification(inner, claim.verification_id)), 'released', {})
  })
}

/** Throws `review_claimed` when another person has claimed the review. */
export async function refuseClaimed(ctx: Context, verificationId: Id): Promise<void> {
  const claim = await ctx.db
    .selectFrom('review_claims')
    .select(['user_id', 'ends_at'])
    .where('organization_id', '=', ctx.organizationId)
    .where('verification_id', '=', verificationId)
    .where('ends_at', '>', ctx.now)
    .executeTakeFirst()
  if (!claim || ('id' in ctx.actor && ctx.actor.id === claim.user_id)) return
  throw new DomainError('conflict', 'review_claimed', say('review_claimed'))
}

/** Deletes the claim of a verification. Runs in the caller's transaction. */
export async function endClaim(ctx: Context, verificationId: Id): Promise<void> {
  await ctx.db
    .deleteFrom('review_claims')
    .where('organization_id', '=', ctx.organizationId)
    .where('verification_id', '=', verificationId)
    .execute()
}

// Skips locked rows, so that two callers at once get different verifications.
async function findNext(ctx: Context): Promise<Id> {
  const row = await selectVerifications(ctx)
    .select('id')
    .where('awaits_review', '=', true)
    .where(
      sql<boolean>`not exists (select from review_claims c where c.organization_id = ${ctx.organizationId}
        and c.verification_id = verifications.id and c.ends_at > ${ctx.now})`,
    )
    .orderBy('last_status_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (row) return row.id
  throw new DomainError('conflict', 'no_review_waits', say('no_review_waits'))
}

function toClaim(row: Selectable<Tables['review_claims']>): ReviewClaim {
  const { id, verification_id: verificationId, user_id: userId, claimed_at: claimedAt, ends_at: endsAt } = row
  return { id, verificationId, userId, claimedAt, endsAt }
}
