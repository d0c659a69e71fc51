import type { Context } from '../context.ts'
import { DomainError, notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { type ListFields, type ListRequest, listField, listRows } from '../lists.ts'
import type { Page } from '../paging.ts'
import { requirePermission } from '../permissions.ts'
import { cancelRecovery, type Recovery, toRecovery } from './recover.ts'

/** What recoveries can be listed by. */
export const recoveryFields: ListFields = {
  id: listField('id', 'webhook_recoveries.id'),
  webhookId: listField('id', 'webhook_recoveries.webhook_id'),
  since: listField('time', 'webhook_recoveries.since'),
  state: listField('word', 'webhook_recoveries.state'),
  total: listField('number', 'webhook_recoveries.total'),
  reopened: listField('number', 'webhook_recoveries.reopened'),
  perSecond: listField('number', 'webhook_recoveries.per_second'),
  createdAt: listField('time', 'webhook_recoveries.created_at'),
  finishedAt: listField('time', 'webhook_recoveries.finished_at'),
}

/** Recoveries over all webhooks by any of their fields, newest first unless sorted. */
export async function browseRecoveries(ctx: Context, request: ListRequest): Promise<Page<Recovery>> {
  requirePermission(ctx, 'webhooks:read')
  const query = () =>
    ctx.db.selectFrom('webhook_recoveries').selectAll().where('organization_id', '=', ctx.organizationId)
  const page = await listRows(ctx, { fields: recoveryFields, query }, request)
  return { ...page, items: page.items.map(toRecovery) }
}

/**
 * Stops a recovery, whichever webhook it is of, or leaves it as it is (also when nothing is said). Throws `recovery_not_found`, `recovery_ended` for
 * one that is to be stopped after its end, or to go on after it was stopped.
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
  throw new DomainError('conflict', 'recovery_ended', `This recovery is ${recovery.state} already.`)
}
