import type { Handle } from '../../db/index.ts'
import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { addExportRun, lockExports } from './run.ts'

/** For this long, the row of an export says that its file is deleted. */
const daysTold = 30
const dayMs = 86_400_000

/** Deletes files past their time, in all organizations. Runs as a job, on the system handle. */
export async function expireExports(
  db: Handle,
  now: Date,
  contextOf: (organizationId: string) => Context,
): Promise<void> {
  const old = await db
    .selectFrom('exports')
    .select(['organization_id', 'id'])
    .where('kept_until', '<=', now)
    .where('state', '<>', 'expired')
    .execute()
  for (const { organization_id, id } of old) await expire({ ...contextOf(organization_id), now }, id)
  await db
    .deleteFrom('exports')
    .where('kept_until', '<=', new Date(now.getTime() - daysTold * dayMs))
    .execute()
}

async function expire(ctx: Context, id: Id): Promise<void> {
  await transaction(ctx, async (inner) => {
    const expired = await inner.db
      .updateTable('exports')
      .set({ state: 'expired', question: null, place: null, ended_at: inner.now, updated_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .where('state', '<>', 'expired')
      .returning('list')
      .executeTakeFirst()
    if (!expired) return
    await deleteParts(inner, [id])
    await recordAudit(inner, { action: 'export.expired', subject: { type: 'export', id }, data: expired })
  })
}

/** The lists that require these permissions contain members and settings, and no signer or verified person. */
const aboutNobody = ['users:read', 'roles:read', 'api_keys:read', 'api_credentials:read', 'organization:read']

/** Files wait this long before they are written again, so that many erasures cause one rewriting. */
const gatheredMs = 60_000

/**
 * Deletes every file of the organization that may contain a person who is being erased, and has it written again after
 * a minute. A file that already waits is left alone. Runs in the caller's transaction, after the erasing statements.
 */
export async function rewriteExports(ctx: Context): Promise<void> {
  await lockExports(ctx)
  const begun = await ctx.db
    .updateTable('exports')
    .set({
      state: 'running',
      made: 0,
      total: null,
      bytes: 0,
      parts: 0,
      place: null,
      ended_at: null,
      updated_at: ctx.now,
    })
    .where('organization_id', '=', ctx.organizationId)
    .where('state', 'in', ['running', 'done'])
    .where('kept_until', '>', ctx.now)
    .where('permission', 'not in', aboutNobody)
    .where((where) => where.or([where('state', '=', 'done'), where('total', 'is not', null)]))
    .returning('id')
    .execute()
  if (begun.length === 0) return
  const ids = begun.map(({ id }) => id)
  await deleteParts(ctx, ids)
  const later = new Date(ctx.now.getTime() + gatheredMs)
  for (const id of ids) await addExportRun(ctx, id, later)
}

async function deleteParts(ctx: Context, ids: readonly Id[]): Promise<void> {
  await ctx.db
    .deleteFrom('export_parts')
    .where('organization_id', '=', ctx.organizationId)
    .where('export_id', 'in', ids)
    .execute()
}
