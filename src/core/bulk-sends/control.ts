import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { type BulkSend, findBulkSend, lockBulkSend, toBulkSend } from './bulk-send.ts'
import { addRun, markStopped, tellEnd } from './run.ts'

/**
 * Stops a running bulk send. Its submissions stay. Does nothing to one that is stopped or done. Throws
 * `bulk_send_not_found`.
 */
export async function stopBulkSend(ctx: Context, id: Id): Promise<BulkSend> {
  requirePermission(ctx, 'submissions:write')
  return transaction(ctx, async (inner) => {
    const { state, made } = await lockBulkSend(inner, id)
    if (state === 'running') {
      await markStopped(inner, id, null)
      await tellEnd(inner, id, 'stopped', { made })
    }
    return toBulkSend(await findBulkSend(inner, id))
  })
}

/**
 * Continues a stopped bulk send with the remaining rows. Does nothing to one that is running or done.
 * Throws `bulk_send_not_found`, `bulk_send_emptied` when its rows were deleted.
 */
export async function continueBulkSend(ctx: Context, id: Id): Promise<BulkSend> {
  requirePermission(ctx, 'submissions:write')
  return transaction(ctx, async (inner) => {
    const { state, made, emptied_at } = await lockBulkSend(inner, id)
    if (state !== 'stopped') return toBulkSend(await findBulkSend(inner, id))
    if (emptied_at) throw new DomainError('gone', 'bulk_send_emptied', say('bulk_send_emptied'))
    await inner.db
      .updateTable('bulk_sends')
      .set({ state: 'running', trouble: null, updated_at: inner.now, ended_at: null, kept_until: null })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .execute()
    await tellEnd(inner, id, 'continued', { made })
    await addRun(inner, id)
    return toBulkSend(await findBulkSend(inner, id))
  })
}

/**
 * Stops or continues a bulk send, or only reads it when `isStopped` is undefined.
 * Throws what stopBulkSend and continueBulkSend throw.
 */
export async function setBulkSendStopped(ctx: Context, id: Id, isStopped?: boolean): Promise<BulkSend> {
  requirePermission(ctx, 'submissions:write')
  if (isStopped === undefined) return toBulkSend(await findBulkSend(ctx, id))
  return isStopped ? stopBulkSend(ctx, id) : continueBulkSend(ctx, id)
}

/**
 * Deletes a stopped bulk send that has made nothing, with its rows. Throws `bulk_send_not_found`, `bulk_send_begun`.
 */
export async function deleteBulkSend(ctx: Context, id: Id): Promise<BulkSend> {
  requirePermission(ctx, 'submissions:write')
  return transaction(ctx, async (inner) => {
    const row = await lockBulkSend(inner, id)
    if (row.made > 0 || row.state === 'running')
      throw new DomainError('conflict', 'bulk_send_begun', say('bulk_send_begun'))
    await inner.db
      .deleteFrom('bulk_sends')
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .execute()
    await recordAudit(inner, { action: 'bulk_send.deleted', subject: { type: 'bulk_send', id } })
    return toBulkSend(row)
  })
}
