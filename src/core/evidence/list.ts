import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'

/** The log of an organization. `root` is in base64, as in the checkpoint. */
type EvidenceLog = { id: Id; origin: string; size: number; root: string; checkpoint: string; signedAt: Date }

export const evidenceLogList = defineList({
  name: 'evidence_log',
  permission: 'audit:read',
  fields: {
    id: listField('id', 'log.id'),
    origin: listField('text', 'log.origin'),
    size: listField('number', 'log.size'),
    signedAt: listField('time', 'log.signed_at', { isNeverEmpty: true }),
    createdAt: listField('time', 'log.created_at', { isNeverEmpty: true }),
  },
  rows: (ctx) =>
    ctx.db
      .selectFrom((from) =>
        from
          .selectFrom('evidence_logs')
          .selectAll()
          .select(['organization_id as id', 'signed_at as created_at'])
          .where('organization_id', '=', ctx.organizationId)
          .as('log'),
      )
      .selectAll(),
  read: (_, rows): EvidenceLog[] =>
    rows.map(({ id, origin, size, root, checkpoint, signed_at }) => ({
      id,
      origin,
      size,
      root: root.toString('base64'),
      checkpoint,
      signedAt: signed_at,
    })),
})

/** Lists the log of the caller's organization: one item, or none before its first row. */
export function listEvidenceLogs(ctx: Context, request: ListRequest): Promise<Page<EvidenceLog>> {
  return listRows(ctx, evidenceLogList, request)
}
