import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { type ListFields, type ListRequest, listField, listRows } from '../lists.ts'
import type { Page } from '../paging.ts'
import { requirePermission } from '../permissions.ts'
import { actingUserField, actingUserOf } from './acting-user.ts'

/** One link of an audit trail. `hash` and `previousHash` are lower-case hex. */
export type AuditEvent = {
  id: Id
  chain: Id
  sequence: number
  action: string
  actor: Record<string, unknown>
  actorUserId: Id | null
  subjectType: string
  subjectId: Id
  data: Record<string, unknown>
  previousHash: string
  hash: string
  occurredAt: Date
}

/** What audit events can be listed by. */
export const auditEventFields: ListFields = {
  id: listField('id', 'audit_events.id'),
  sequence: listField('number', 'audit_events.sequence'),
  action: listField('text', 'audit_events.action'),
  actorUserId: actingUserField(sql.ref('audit_events.actor')),
  subjectType: listField('text', 'audit_events.subject_type'),
  subjectId: listField('id', 'audit_events.subject_id'),
  occurredAt: listField('time', 'audit_events.occurred_at'),
}

/** Who did what in the organization, newest first unless sorted. */
export async function listAuditEvents(ctx: Context, request: ListRequest = {}): Promise<Page<AuditEvent>> {
  requirePermission(ctx, 'audit:read')
  const query = () => ctx.db.selectFrom('audit_events').selectAll().where('organization_id', '=', ctx.organizationId)
  const page = await listRows(ctx, { fields: auditEventFields, query, newest: 'occurredAt' }, request)
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.id,
      chain: row.chain,
      sequence: row.sequence,
      action: row.action,
      actor: row.actor,
      actorUserId: actingUserOf(row.actor),
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      data: row.data,
      previousHash: row.previous_hash.toString('hex'),
      hash: row.hash.toString('hex'),
      occurredAt: row.occurred_at,
    })),
  }
}
