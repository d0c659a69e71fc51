import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { eraseSubject } from './erase.ts'

/** That the data of a person was destroyed. */
export type Erasure = { id: Id; subjectId: Id; erasedAt: Date | null }

/** What erasures are listed by. */
export const erasureList = defineList({
  name: 'erasure',
  permission: 'verifications:read',
  fields: {
    id: listField('id', 'subjects.id'),
    subjectId: listField('id', 'subjects.id'),
    erasedAt: listField('time', 'subjects.erased_at', { isNeverEmpty: true }),
  },
  newest: 'erasedAt',
  rows: erased,
  read: (_, rows) => rows.map(toErasure),
})

/** Erasures, newest first unless sorted. */
export function listErasures(ctx: Context, request: ListRequest): Promise<Page<Erasure>> {
  return listRows(ctx, erasureList, request)
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
