import type { Selectable } from 'kysely'
import type { KeptError, Tables } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { requirePermission } from '../permissions.ts'
import { ownerId } from './owner.ts'
import { openQuestion, type Question } from './sealed.ts'

export const exportFormats = ['csv', 'ndjson'] as const
export type ExportFormat = (typeof exportFormats)[number]
export const exportStates = ['running', 'done', 'failed', 'expired'] as const

/** A list that is written to a file, which is kept for some days. `made` counts the rows in the file. */
export type Export = {
  id: Id
  /** The owner; null when an API key owns the export. */
  userId: Id | null
  /** The name of the list in the face. */
  list: string
  format: ExportFormat
  /** The filters and the order of the list, as the face writes them. Null when the file is deleted. */
  query: string | null
  state: (typeof exportStates)[number]
  trouble: KeptError | null
  /** Null until the first rows are read. */
  total: number | null
  made: number
  bytes: number
  createdAt: Date
  updatedAt: Date
  endedAt: Date | null
  keptUntil: Date
}

export type ExportRow = Selectable<Tables['exports']>

/** The exports of one person or of one API key. Nobody else sees them. */
export const exportList = defineList({
  name: 'export',
  permission: 'organization:read',
  fields: {
    id: listField('id', 'exports.id'),
    userId: listField('id', 'exports.user_id'),
    list: listField('text', 'exports.list', { isNeverEmpty: true }),
    format: listField('word', 'exports.format', { isNeverEmpty: true }),
    made: listField('number', 'exports.made', { isNeverEmpty: true }),
    createdAt: listField('time', 'exports.created_at', { isNeverEmpty: true }),
    updatedAt: listField('time', 'exports.updated_at', { isNeverEmpty: true }),
    endedAt: listField('time', 'exports.ended_at'),
    keptUntil: listField('time', 'exports.kept_until', { isNeverEmpty: true }),
  },
  scope: (ctx) => [ctx.organizationId, ownerId(ctx)],
  rows: (ctx) => selectOwn(ctx).selectAll(),
  read: (ctx, rows) => rows.map((row) => toExport(ctx, row)),
})

/** Lists the exports of the calling person or key. */
export function listExports(ctx: Context, request: ListRequest = {}): Promise<Page<Export>> {
  return listRows(ctx, exportList, request)
}

/** The row of an export of the calling person or key. Throws `export_not_found`. */
export async function findOwnExport(ctx: Context, id: Id): Promise<ExportRow> {
  const row = await selectOwn(ctx).selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('export')
  return row
}

function selectOwn(ctx: Context) {
  return ctx.db
    .selectFrom('exports')
    .where('organization_id', '=', ctx.organizationId)
    .where('owner_id', '=', ownerId(ctx))
}

/** The record of a row. A file past its time counts as expired, even before it is deleted. */
export function toExport(ctx: Context, row: ExportRow): Export {
  const isOver = row.kept_until <= ctx.now
  const question: Question | null = isOver || !row.question ? null : openQuestion(ctx, row.id, row.question)
  return {
    id: row.id,
    userId: row.user_id,
    list: row.list,
    format: row.format,
    query: question?.query ?? null,
    state: isOver ? 'expired' : row.state,
    trouble: row.trouble,
    total: row.total,
    made: row.made,
    bytes: Number(row.bytes),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    endedAt: row.ended_at,
    keptUntil: row.kept_until,
  }
}

/** An export of the calling person or key. Throws `export_not_found`. */
export async function getExport(ctx: Context, id: Id): Promise<Export> {
  requirePermission(ctx, 'organization:read')
  return toExport(ctx, await findOwnExport(ctx, id))
}
