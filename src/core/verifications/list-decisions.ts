import { sql } from 'kysely'
import { actingUserField, actingUserOf } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { selectVerifications, toVerification, type Verification } from './verification.ts'

/** What a person decided on what a provider found. */
export type MadeDecision = {
  id: Id
  verificationId: Id
  result: string | null
  reason: string | null
  userId: Id | null
  decidedAt: Date | null
}

const reviewOf = (member: string) => sql`(verifications.details->'review'->>${sql.lit(member)})`

/** What decisions are listed by. */
export const decisionList = defineList({
  name: 'decision',
  permission: 'verifications:read',
  fields: {
    id: listField('id', 'verifications.id'),
    verificationId: listField('id', 'verifications.id'),
    result: listField('word', 'verifications.result'),
    reason: listField('text', reviewOf('reason')),
    userId: actingUserField(sql`(verifications.details->'review'->'by')`),
    decidedAt: listField('time', sql`${reviewOf('at')}::timestamptz`),
  },
  newest: 'decidedAt',
  rows: (ctx) =>
    selectVerifications(ctx)
      .selectAll()
      .where('parent_id', 'is', null)
      .where(sql<boolean>`${reviewOf('state')} = 'decided'`),
  read: (_, rows) => rows.map((row) => toDecision(toVerification(row))),
})

/** Decisions that stand, newest first unless sorted: a check has at most one, and a newer report takes it away. */
export function listDecisions(ctx: Context, request: ListRequest): Promise<Page<MadeDecision>> {
  return listRows(ctx, decisionList, request)
}

/** The decision that a decided check carries. */
export function toDecision({ id, result, details }: Verification): MadeDecision {
  const { reason, at, by }: Record<string, unknown> = Object(details.review)
  return {
    id,
    verificationId: id,
    result,
    reason: typeof reason === 'string' ? reason : null,
    userId: actingUserOf(Object(by)),
    decidedAt: typeof at === 'string' ? new Date(at) : null,
  }
}
