import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import { type Action, actionFields, newAction, toAction } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import type { Decision } from './decide.ts'
import type { Verification } from './verification.ts'

/** A person's decision on a provider's findings. A newer report supersedes it. */
export type MadeDecision = Action & {
  verificationId: Id
  result: string
  reason: string | null
  decidedAt: Date
  supersededAt: Date | null
}

export const decisionList = defineList({
  name: 'decision',
  permission: 'verifications:read',
  fields: {
    ...actionFields('decisions'),
    verificationId: listField('id', 'decisions.verification_id'),
    result: listField('word', 'decisions.result', { isNeverEmpty: true }),
    reason: listField('text', 'decisions.reason'),
    decidedAt: listField('time', 'decisions.decided_at', { isNeverEmpty: true }),
    supersededAt: listField('time', 'decisions.superseded_at'),
  },
  newest: 'decidedAt',
  rows: (ctx) =>
    ctx.db
      .selectFrom('decisions')
      .selectAll()
      .where('organization_id', '=', ctx.organizationId)
      .where((where) =>
        where.exists(
          where
            .selectFrom('verifications')
            .whereRef('verifications.organization_id', '=', 'decisions.organization_id')
            .whereRef('verifications.id', '=', 'decisions.verification_id')
            .where('verifications.deleted_at', 'is', null),
        ),
      ),
  read: (_, rows) => rows.map(toDecision),
})

/** Lists decisions, except those on deleted verifications. */
export function listDecisions(ctx: Context, request: ListRequest): Promise<Page<MadeDecision>> {
  return listRows(ctx, decisionList, request)
}

/** Records a decision; the caller writes its row in the trail. Runs in the caller's transaction. */
export async function recordDecision(ctx: Context, verificationId: Id, decision: Decision): Promise<MadeDecision> {
  const { result, reason = null } = decision
  const row = await ctx.db
    .insertInto('decisions')
    .values({ ...newAction(ctx), verification_id: verificationId, result, reason, decided_at: ctx.now })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toDecision(row)
}

/**
 * Adds the standing decision to `details.review` of each verification: who, when and why. A scan has the decision of
 * its verification. Reads nothing when none is decided.
 */
export async function withDecisions(ctx: Context, verifications: Verification[]): Promise<Verification[]> {
  const decided = verifications.filter(({ details }) => Object(details.review).state === 'decided')
  if (decided.length === 0) return verifications
  const rows = await ctx.db
    .selectFrom('decisions')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('verification_id', 'in', decided.map(orderedId))
    .where('superseded_at', 'is', null)
    .execute()
  const standing = new Map(rows.map((row) => [row.verification_id, row]))
  return verifications.map((verification) => {
    const made = decided.includes(verification) ? standing.get(orderedId(verification)) : undefined
    return made
      ? { ...verification, details: { ...verification.details, review: describeDecision(made) } }
      : verification
  })
}

const orderedId = ({ id, parentId }: Verification): Id => parentId ?? id

// The keys are snake_case or lower case, because the details are returned as one document.
function describeDecision({ actor, decided_at, reason }: Selectable<Tables['decisions']>): object {
  return { state: 'decided', by: actor, at: decided_at.toISOString(), ...(reason === null ? {} : { reason }) }
}

/** Marks the standing decision as superseded by a newer report. */
export async function supersedeDecision(ctx: Context, verificationId: Id): Promise<void> {
  await ctx.db
    .updateTable('decisions')
    .set({ superseded_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('verification_id', '=', verificationId)
    .where('superseded_at', 'is', null)
    .execute()
}

function toDecision(row: Selectable<Tables['decisions']>): MadeDecision {
  return {
    ...toAction(row),
    verificationId: row.verification_id,
    result: row.result,
    reason: row.reason,
    decidedAt: row.decided_at,
    supersededAt: row.superseded_at,
  }
}
