import { type Selectable, sql } from 'kysely'
import type { Tables } from '../../db/index.ts'
import { type Action, actionFields, toAction } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { selectDocuments } from '../submissions/index.ts'
import { eraseSubject } from './erase.ts'

/**
 * An erasure of a person. `documentsKept` counts the documents that they signed and that still exist.
 * `documentsKeptUntil` is when the last of them is deleted; null when there is none, or one is kept for ever.
 */
export type Erasure = Action & {
  subjectId: Id
  erasedAt: Date
  documentsKept: number
  documentsKeptUntil: Date | null
}

export const erasureList = defineList({
  name: 'erasure',
  permission: 'verifications:read',
  fields: {
    ...actionFields('erasures'),
    subjectId: listField('id', 'erasures.subject_id'),
    erasedAt: listField('time', 'erasures.erased_at', { isNeverEmpty: true }),
  },
  newest: 'erasedAt',
  rows: selectErasures,
  read: toErasures,
})

export function listErasures(ctx: Context, request: ListRequest): Promise<Page<Erasure>> {
  return listRows(ctx, erasureList, request)
}

/** Erases a person, or returns the earlier erasure. Throws what eraseSubject throws. */
export async function erasePerson(ctx: Context, subjectId: Id): Promise<Erasure> {
  await eraseSubject(ctx, subjectId)
  const row = await selectErasures(ctx).where('subject_id', '=', subjectId).executeTakeFirst()
  const [erasure] = row ? await toErasures(ctx, [row]) : []
  if (!erasure) throw notFound('subject')
  return erasure
}

function selectErasures(ctx: Context) {
  return ctx.db.selectFrom('erasures').selectAll().where('organization_id', '=', ctx.organizationId)
}

async function toErasures(ctx: Context, rows: Selectable<Tables['erasures']>[]): Promise<Erasure[]> {
  const documents = await findKept(ctx, rows)
  return rows.map((row) => {
    const ends = documents.filter(({ subject_id }) => subject_id === row.subject_id).map(({ kept_until }) => kept_until)
    const last = ends.some((end) => end === null) ? 0 : Math.max(0, ...ends.map((end) => end?.getTime() ?? 0))
    return {
      ...toAction(row),
      subjectId: row.subject_id,
      erasedAt: row.erased_at,
      documentsKept: ends.length,
      documentsKeptUntil: last > 0 ? new Date(last) : null,
    }
  })
}

async function findKept(ctx: Context, people: { subject_id: Id }[]) {
  if (people.length === 0) return []
  return selectDocuments(ctx)
    .innerJoin('signers', (join) =>
      join
        .onRef('signers.organization_id', '=', 'documents.organization_id')
        .onRef('signers.submission_id', '=', 'documents.submission_id'),
    )
    .select('signers.subject_id')
    .where('documents.removed_at', 'is', null)
    .where(sql<boolean>`signers.subject_id = any(${people.map(({ subject_id }) => subject_id)}::uuid[])`)
    .execute()
}
