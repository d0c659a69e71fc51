import { lockUntilCommit, transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import { newId } from '../ids.ts'
import { type Permission, requirePermission } from '../permissions.ts'
import { type Export, type ExportFormat, toExport } from './export.ts'
import { ownerId, ownerOf } from './owner.ts'
import { addExportRun } from './run.ts'
import { type Question, sealQuestion } from './sealed.ts'

/** The list to write. `permission` is the permission that reading the list requires. */
type NewExport = Question & { list: string; format: ExportFormat; permission: Permission }

const dayMs = 86_400_000
const daysKept = 7
const most = { running: 3, kept: 30 } as const

/**
 * Starts to write a list to a file, in a job that survives crashes. The face has checked the list and its query.
 * Deletes the oldest file of a person or key with too many.
 * Throws `permission_missing`, `user_required`, `too_many_exports`.
 */
export async function createExport(ctx: Context, input: NewExport): Promise<Export> {
  requirePermission(ctx, 'organization:read')
  requirePermission(ctx, input.permission)
  const owner = ownerOf(ctx)
  return transaction(ctx, async (inner) => {
    await lockUntilCommit(inner.db, `new export ${inner.organizationId} ${ownerId(ctx)}`)
    await makeRoom(inner)
    const id = newId(inner.now.getTime())
    const { list, format, permission, ...question } = input
    const row = await inner.db
      .insertInto('exports')
      .values({
        organization_id: inner.organizationId,
        id,
        ...owner,
        list,
        format,
        permission,
        question: sealQuestion(inner, id, question),
        created_at: inner.now,
        updated_at: inner.now,
        kept_until: new Date(inner.now.getTime() + daysKept * dayMs),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await recordAudit(inner, { action: 'export.created', subject: { type: 'export', id }, data: { list, format } })
    await addExportRun(inner, id)
    return toExport(inner, row)
  })
}

async function makeRoom(ctx: Context): Promise<void> {
  const own = await ctx.db
    .selectFrom('exports')
    .select(['id', 'state'])
    .where('organization_id', '=', ctx.organizationId)
    .where('owner_id', '=', ownerId(ctx))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  if (own.filter(({ state }) => state === 'running').length >= most.running)
    throw new DomainError('conflict', 'too_many_exports', say('too_many_exports', { most: most.running }))
  const old = own.filter(({ state }) => state !== 'running').slice(most.kept - most.running)
  if (old.length === 0) return
  await ctx.db
    .deleteFrom('exports')
    .where('organization_id', '=', ctx.organizationId)
    .where(
      'id',
      'in',
      old.map(({ id }) => id),
    )
    .execute()
}
