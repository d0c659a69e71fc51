import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { requirePermission, requireUser } from '../permissions.ts'

/** A signed-in browser. Its token is never returned. */
type Session = {
  id: Id
  userId: Id
  isCurrent: boolean
  ipAddress: string | null
  userAgent: string | null
  expiresAt: Date
  createdAt: Date
  updatedAt: Date
}

export const sessionList = defineList({
  name: 'session',
  permission: 'organization:read',
  fields: {
    id: listField('id', 'sessions.id'),
    userId: listField('id', 'sessions.user_id'),
    expiresAt: listField('time', 'sessions.expires_at', { isNeverEmpty: true }),
    createdAt: listField('time', 'sessions.created_at', { isNeverEmpty: true }),
    updatedAt: listField('time', 'sessions.updated_at', { isNeverEmpty: true }),
  },
  scope: (ctx) => [requireUser(ctx), ctx.now],
  rows: (ctx) =>
    ctx.db
      .selectFrom('sessions')
      .select(['id', 'user_id', 'ip_address', 'user_agent', 'expires_at', 'created_at', 'updated_at'])
      .where('user_id', '=', requireUser(ctx))
      .where('expires_at', '>', ctx.now),
  read: (ctx, rows) =>
    rows.map(
      (row): Session => ({
        id: row.id,
        userId: row.user_id,
        isCurrent: ctx.actor.kind === 'user' && ctx.actor.sessionId === row.id,
        ipAddress: row.ip_address,
        userAgent: row.user_agent,
        expiresAt: row.expires_at,
        createdAt: row.created_at,
        updatedAt: row.updated_at,
      }),
    ),
})

/** Lists the sessions of the user who asks. */
export function listSessions(ctx: Context, request: ListRequest = {}): Promise<Page<Session>> {
  return listRows(ctx, sessionList, request)
}

/** Ends a session of the user who asks. The next request of its browser is refused. Throws `session_not_found`. */
export async function revokeSession(ctx: Context, id: Id): Promise<void> {
  requirePermission(ctx, 'organization:read')
  const { numDeletedRows } = await ctx.db
    .deleteFrom('sessions')
    .where('id', '=', id)
    .where('user_id', '=', requireUser(ctx))
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw notFound('session')
}
