import { sql } from 'kysely'
import { actingUserField, actingUserOf } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { type ListFields, type ListRequest, listField, listRows } from '../lists.ts'
import type { Page } from '../paging.ts'
import { requirePermission } from '../permissions.ts'
import { eraseSubject } from './erase.ts'
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

/** What decisions can be listed by. */
export const decisionFields: ListFields = {
  id: listField('id', 'verifications.id'),
  verificationId: listField('id', 'verifications.id'),
  result: listField('word', 'verifications.result'),
  reason: listField('text', reviewOf('reason')),
  userId: actingUserField(sql`(verifications.details->'review'->'by')`),
  decidedAt: listField('time', sql`${reviewOf('at')}::timestamptz`),
}

/** Decisions that stand, newest first unless sorted: a check has at most one, and a newer report takes it away. */
export async function browseDecisions(ctx: Context, request: ListRequest): Promise<Page<MadeDecision>> {
  requirePermission(ctx, 'verifications:read')
  const isDecided = sql<boolean>`${reviewOf('state')} = 'decided'`
  const query = () => selectVerifications(ctx).selectAll().where('parent_id', 'is', null).where(isDecided)
  const page = await listRows(ctx, { fields: decisionFields, query, newest: 'decidedAt' }, request)
  return { ...page, items: page.items.map((row) => toDecision(toVerification(row))) }
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

/** That the data of a person was destroyed. */
export type Erasure = { id: Id; subjectId: Id; erasedAt: Date | null }

/** What erasures can be listed by. */
export const erasureFields: ListFields = {
  id: listField('id', 'subjects.id'),
  subjectId: listField('id', 'subjects.id'),
  erasedAt: listField('time', 'subjects.erased_at'),
}

/** Erasures, newest first unless sorted. */
export async function browseErasures(ctx: Context, request: ListRequest): Promise<Page<Erasure>> {
  requirePermission(ctx, 'verifications:read')
  const page = await listRows(ctx, { fields: erasureFields, query: () => erased(ctx), newest: 'erasedAt' }, request)
  return { ...page, items: page.items.map(toErasure) }
}

/** Erases a person, once: asking again finds the erasure that there is. Throws `subject_not_found`; see eraseSubject. */
export async function requestErasure(ctx: Context, subjectId: Id): Promise<Erasure> {
  await eraseSubject(ctx, subjectId)
  const row = await erased(ctx).where('id', '=', subjectId).executeTakeFirst()
  if (!row) throw notFound('subject')
  return toErasure(row)
}

function erased(ctx: Context) {
  return ctx.db
    .selectFrom('subjects')
    .select(['id', 'erased_at'])
    .where('organization_id', '=', ctx.organizationId)
    .where('erased_at', 'is not', null)
}

function toErasure(row: { id: Id; erased_at: Date | null }): Erasure {
  return { id: row.id, subjectId: row.id, erasedAt: row.erased_at }
}
