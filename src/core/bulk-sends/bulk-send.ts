import type { Selectable } from 'kysely'
import type { FileColumn, KeptError, Tables } from '../../db/index.ts'
import { actingUserOf } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { requirePermission } from '../permissions.ts'

export const bulkSendStates = ['running', 'stopped', 'done'] as const
type BulkSendState = (typeof bulkSendStates)[number]

/** A bulk send of one link to the people of a file. `made` counts the rows that have become submissions. */
export type BulkSend = {
  id: Id
  agreementLinkId: Id
  delivery: 'email' | 'link'
  fileName: string | null
  columns: FileColumn[]
  state: BulkSendState
  /** Why it stopped by itself. Null while it runs, when it is done, and when a person stopped it. */
  trouble: KeptError | null
  total: number
  made: number
  /** The user who began it; null for an API key. */
  userId: Id | null
  createdAt: Date
  updatedAt: Date
  endedAt: Date | null
  /** A stopped bulk send can continue until then, and the result file contains the invitation links until then. */
  keptUntil: Date | null
}

export type BulkSendRow = Selectable<Tables['bulk_sends']>

export const bulkSendList = defineList({
  name: 'bulk_send',
  permission: 'submissions:read',
  fields: {
    id: listField('id', 'bulk_sends.id'),
    agreementLinkId: listField('id', 'bulk_sends.agreement_link_id'),
    delivery: listField('word', 'bulk_sends.delivery', { isNeverEmpty: true }),
    fileName: listField('text', 'bulk_sends.file_name'),
    state: listField('word', 'bulk_sends.state', { isNeverEmpty: true }),
    total: listField('number', 'bulk_sends.total', { isNeverEmpty: true }),
    made: listField('number', 'bulk_sends.made', { isNeverEmpty: true }),
    createdAt: listField('time', 'bulk_sends.created_at', { isNeverEmpty: true }),
    updatedAt: listField('time', 'bulk_sends.updated_at', { isNeverEmpty: true }),
    endedAt: listField('time', 'bulk_sends.ended_at'),
  },
  rows: (ctx) => ctx.db.selectFrom('bulk_sends').selectAll().where('organization_id', '=', ctx.organizationId),
  read: (_, rows) => rows.map(toBulkSend),
})

export function listBulkSends(ctx: Context, request: ListRequest): Promise<Page<BulkSend>> {
  return listRows(ctx, bulkSendList, request)
}

/** One bulk send. Throws `bulk_send_not_found`. */
export async function getBulkSend(ctx: Context, id: Id): Promise<BulkSend> {
  requirePermission(ctx, 'submissions:read')
  return toBulkSend(await findBulkSend(ctx, id))
}

/** The row of a bulk send. Throws `bulk_send_not_found`. */
export async function findBulkSend(ctx: Context, id: Id): Promise<BulkSendRow> {
  const row = await selectOne(ctx, id).executeTakeFirst()
  if (!row) throw notFound('bulk_send')
  return row
}

/** The row of a bulk send, locked until the transaction ends. Throws `bulk_send_not_found`. */
export async function lockBulkSend(ctx: Context, id: Id): Promise<BulkSendRow> {
  const row = await selectOne(ctx, id).forNoKeyUpdate().executeTakeFirst()
  if (!row) throw notFound('bulk_send')
  return row
}

function selectOne(ctx: Context, id: Id) {
  return ctx.db
    .selectFrom('bulk_sends')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
}

export function toBulkSend(row: BulkSendRow): BulkSend {
  return {
    id: row.id,
    agreementLinkId: row.agreement_link_id,
    delivery: row.delivery,
    fileName: row.file_name,
    columns: row.columns,
    state: row.state,
    trouble: row.trouble,
    total: row.total,
    made: row.made,
    userId: actingUserOf(row.actor),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    endedAt: row.ended_at,
    keptUntil: row.kept_until,
  }
}
