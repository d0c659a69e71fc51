import type { Context } from '../context.ts'
import { DomainError, notFound, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { requirePermission } from '../permissions.ts'
import { cancelRecovery, type Recovery, toRecovery } from './recover.ts'

export const recoveryList = defineList({
  name: 'recovery',
  permission: 'webhooks:read',
  fields: {
    id: listField('id', 'webhook_recoveries.id'),
    webhookId: listField('id', 'webhook_recoveries.webhook_id'),
    scope: listField('word', 'webhook_recoveries.scope', { isNeverEmpty: true }),
    since: listField('time', 'webhook_recoveries.since', { isNeverEmpty: true }),
    state: listField('word', 'webhook_recoveries.state', { isNeverEmpty: true }),
    total: listField('number', 'webhook_recoveries.total', { isNeverEmpty: true }),
    reopened: listField('number', 'webhook_recoveries.reopened', { isNeverEmpty: true }),
    perSecond: listField('number', 'webhook_recoveries.per_second', { isNeverEmpty: true }),
    createdAt: listField('time', 'webhook_recoveries.created_at', { isNeverEmpty: true }),
    finishedAt: listField('time', 'webhook_recoveries.finished_at'),
  },
  rows: (ctx) => ctx.db.selectFrom('webhook_recoveries').selectAll().where('organization_id', '=', ctx.organizationId),
  read: (_, rows) => rows.map(toRecovery),
})

export function listRecoveries(ctx: Context, request: ListRequest): Promise<Page<Recovery>> {
  return listRows(ctx, recoveryList, request)
}

/**
 * Cancels a recovery of any webhook, or only reads it when `isCancelled` is undefined.
 * Throws `recovery_not_found`, and `recovery_ended` when the recovery ended in the other way.
 */
export async function setRecoveryCancelled(ctx: Context, id: Id, isCancelled?: boolean): Promise<Recovery> {
  requirePermission(ctx, 'webhooks:write')
  const row = await ctx.db
    .selectFrom('webhook_recoveries')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('recovery')
  const recovery = isCancelled ? await cancelRecovery(ctx, row.webhook_id, id) : toRecovery(row)
  if (isCancelled === undefined || (recovery.state === 'cancelled') === isCancelled) return recovery
  throw new DomainError('conflict', 'recovery_ended', say('recovery_ended', { state: recovery.state }))
}
