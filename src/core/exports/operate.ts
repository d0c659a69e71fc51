import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { type Export, toExport } from './export.ts'

/** An export with its owner, for the operator. The query of the list is left out. */
type KeptExport = Omit<Export, 'query'> & { apiKeyId: Id | null }

/** The exports of the whole organization, newest first. Only commands call it, and no face. */
export async function listAllExports(ctx: Context): Promise<KeptExport[]> {
  const rows = await ctx.db
    .selectFrom('exports')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => {
    const { query: _, ...kept } = toExport(ctx, row)
    return { ...kept, apiKeyId: row.api_key_id }
  })
}

/** Stops an export of any owner, and deletes its file. Only commands call it. Throws `export_not_found`. */
export async function dropExport(ctx: Context, id: Id): Promise<void> {
  await transaction(ctx, async (inner) => {
    const removed = await inner.db
      .deleteFrom('exports')
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .returning(['list', 'state'])
      .executeTakeFirst()
    if (!removed) throw notFound('export')
    await recordAudit(inner, { action: 'export.deleted', subject: { type: 'export', id }, data: removed })
  })
}
