import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, notFound, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { knownPermissions, requirePermission } from '../permissions.ts'
import { type Export, findOwnExport, toExport } from './export.ts'
import { ownerId } from './owner.ts'
import { openPart } from './sealed.ts'

/**
 * The file of an export, part by part, for its owner, while the owner may read the list. The trail records the
 * download.
 * Throws `permission_missing`, `export_not_found`, `export_running`, `export_failed`, `export_gone`.
 */
export async function readExportFile(ctx: Context, id: Id): Promise<{ of: Export; parts: AsyncIterable<Buffer> }> {
  requirePermission(ctx, 'organization:read')
  const row = await findOwnExport(ctx, id)
  for (const permission of knownPermissions([row.permission])) requirePermission(ctx, permission)
  const found = toExport(ctx, row)
  if (found.state === 'expired') throw new DomainError('gone', 'export_gone', say('export_gone'))
  if (found.state === 'failed') throw new DomainError('conflict', 'export_failed', say('export_failed'))
  if (found.state === 'running') throw new DomainError('conflict', 'export_running', say('export_running'))
  const { list, format } = found
  await transaction(ctx, (inner) =>
    recordAudit(inner, { action: 'export.taken', subject: { type: 'export', id }, data: { list, format } }),
  )
  return { of: found, parts: readParts(ctx, id, row.parts) }
}

async function* readParts(ctx: Context, id: Id, count: number): AsyncGenerator<Buffer> {
  for (let number = 0; number < count; number++) {
    const part = await ctx.db
      .selectFrom('export_parts')
      .select('sealed')
      .where('organization_id', '=', ctx.organizationId)
      .where('export_id', '=', id)
      .where('number', '=', number)
      .executeTakeFirst()
    // The reply is cut off, so that nobody takes a part for the whole.
    if (!part) throw new Error('The file of an export was deleted while it was read.')
    yield await openPart(ctx, id, number, part.sealed)
  }
}

/** Stops a running export, and deletes its file. Returns the export as it was. Throws `export_not_found`. */
export async function deleteExport(ctx: Context, id: Id): Promise<Export> {
  requirePermission(ctx, 'organization:read')
  const owner = ownerId(ctx)
  return transaction(ctx, async (inner) => {
    const removed = await inner.db
      .deleteFrom('exports')
      .where('organization_id', '=', inner.organizationId)
      .where('owner_id', '=', owner)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    if (!removed) throw notFound('export')
    const { list, state } = removed
    await recordAudit(inner, { action: 'export.deleted', subject: { type: 'export', id }, data: { list, state } })
    return toExport(inner, removed)
  })
}
