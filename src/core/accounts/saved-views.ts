import type { Selectable } from 'kysely'
import { lockUntilCommit, type Tables, transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, type Fault, fault, notFound, refuseFaults, say } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, longestListQuery, type Page } from '../lists/index.ts'
import { requirePermission, requireUser } from '../permissions.ts'
import { checkText } from '../text.ts'

/** A saved list of the web app. `query` is the part of the URL behind the question mark. */
export type SavedView = {
  id: Id
  userId: Id
  name: string
  path: string
  query: string
  createdAt: Date
  updatedAt: Date
}

type NewView = { name: string; path: string; query: string }

const mostViews = 50

/** Saved views of a person. Nobody else sees them. */
export const savedViewList = defineList({
  name: 'saved_view',
  permission: 'organization:read',
  fields: {
    id: listField('id', 'saved_views.id'),
    userId: listField('id', 'saved_views.user_id'),
    name: listField('text', 'saved_views.name', { isNeverEmpty: true }),
    path: listField('text', 'saved_views.path', { isNeverEmpty: true }),
    createdAt: listField('time', 'saved_views.created_at', { isNeverEmpty: true }),
    updatedAt: listField('time', 'saved_views.updated_at', { isNeverEmpty: true }),
  },
  scope: (ctx) => [ctx.organizationId, requireUser(ctx)],
  rows: (ctx) =>
    ctx.db
      .selectFrom('saved_views')
      .selectAll()
      .where('organization_id', '=', ctx.organizationId)
      .where('user_id', '=', requireUser(ctx)),
  read: (_, rows) => rows.map(toSavedView),
})

/** Lists the saved views of the user who asks. */
export function listSavedViews(ctx: Context, request: ListRequest = {}): Promise<Page<SavedView>> {
  return listRows(ctx, savedViewList, request)
}

/**
 * Saves a view for the user who asks.
 * Throws `validation_failed`, `too_many_saved_views`, `saved_view_name_taken`.
 */
export async function createSavedView(ctx: Context, { name, path, query }: NewView): Promise<SavedView> {
  return changing(ctx, { name, path, query }, async (inner, userId) => {
    const { count } = await inner.db
      .selectFrom('saved_views')
      .select((of) => of.fn.countAll<string>().as('count'))
      .where('organization_id', '=', inner.organizationId)
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow()
    if (Number(count) >= mostViews)
      throw new DomainError('conflict', 'too_many_saved_views', say('too_many_saved_views', { most: mostViews }))
    await refuseTaken(inner, userId, { name, path })
    const times = { created_at: inner.now, updated_at: inner.now }
    const id = newId(inner.now.getTime())
    const row = await inner.db
      .insertInto('saved_views')
      .values({ organization_id: inner.organizationId, id, user_id: userId, name, path, query, ...times })
      .returningAll()
      .executeTakeFirstOrThrow()
    await recordAudit(inner, { action: 'saved_view.created', subject: { type: 'saved_view', id }, data: { path } })
    return toSavedView(row)
  })
}

/**
 * Changes the name or the query of a saved view.
 * Throws `saved_view_not_found`, `validation_failed`, `saved_view_name_taken`.
 */
export async function updateSavedView(
  ctx: Context,
  id: Id,
  changes: { name?: string; query?: string },
): Promise<SavedView> {
  return changing(ctx, changes, async (inner, userId) => {
    const own = await inner.db
      .selectFrom('saved_views')
      .selectAll()
      .where('organization_id', '=', inner.organizationId)
      .where('user_id', '=', userId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!own) throw notFound('saved_view')
    const { name = own.name, query = own.query } = changes
    if (name !== own.name) await refuseTaken(inner, userId, { name, path: own.path })
    const row = await inner.db
      .updateTable('saved_views')
      .set({ name, query, updated_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const data = { path: own.path }
    await recordAudit(inner, { action: 'saved_view.updated', subject: { type: 'saved_view', id }, data })
    return toSavedView(row)
  })
}

/** Deletes a saved view of the user who asks. Throws `saved_view_not_found`. */
export async function deleteSavedView(ctx: Context, id: Id): Promise<void> {
  requirePermission(ctx, 'organization:read')
  const userId = requireUser(ctx)
  await transaction(ctx, async (inner) => {
    const removed = await inner.db
      .deleteFrom('saved_views')
      .where('organization_id', '=', inner.organizationId)
      .where('user_id', '=', userId)
      .where('id', '=', id)
      .returning('path')
      .executeTakeFirst()
    if (!removed) throw notFound('saved_view')
    await recordAudit(inner, { action: 'saved_view.deleted', subject: { type: 'saved_view', id }, data: removed })
  })
}

// Locks the views of a person for one change, so that their number and names stay within the rules.
async function changing(
  ctx: Context,
  given: Partial<NewView>,
  change: (inner: Context, userId: Id) => Promise<SavedView>,
): Promise<SavedView> {
  requirePermission(ctx, 'organization:read')
  const userId = requireUser(ctx)
  refuseFaults(findFaults(given))
  return transaction(ctx, async (inner) => {
    await lockUntilCommit(inner.db, `saved views ${inner.organizationId} ${userId}`)
    return change(inner, userId)
  })
}

function findFaults({ name, path, query }: Partial<NewView>): Fault[] {
  return [
    ...(name === undefined ? [] : checkText(['name'], name, { maxLength: 100, minLength: 1 })),
    ...(path === undefined || isPath(path) ? [] : [fault(['path'], 'view_path')]),
    ...(query === undefined ? [] : checkText(['query'], query, { maxLength: longestListQuery })),
  ]
}

// The pattern admits no path that a browser could read as another host.
function isPath(path: string): boolean {
  return path.length <= 100 && (path === '/' || /^(?:\/[\w-]+)+$/.test(path))
}

async function refuseTaken(ctx: Context, userId: Id, { name, path }: Omit<NewView, 'query'>): Promise<void> {
  const taken = await ctx.db
    .selectFrom('saved_views')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('user_id', '=', userId)
    .where('path', '=', path)
    .where('name', '=', name)
    .executeTakeFirst()
  if (taken) throw new DomainError('conflict', 'saved_view_name_taken', say('saved_view_name_taken', { name }))
}

function toSavedView(row: Selectable<Tables['saved_views']>): SavedView {
  const { id, user_id: userId, name, path, query, created_at: createdAt, updated_at: updatedAt } = row
  return { id, userId, name, path, query, createdAt, updatedAt }
}
