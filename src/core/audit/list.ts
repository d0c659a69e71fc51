import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { actingUserField, actingUserOf } from './acting-user.ts'
import { cameFrom } from './address.ts'
import { canonicalRow } from './hash.ts'
import { openRows } from './read.ts'

/**
 * A row of an audit trail. Hashes are lower-case hex. `actor` and `data` contain personal values; after an erasure they
 * contain `{commitment}` instead, which is what the hash covers.
 */
type AuditEvent = {
  id: Id
  chain: Id
  sequence: number
  action: string
  actor: Record<string, unknown>
  actorUserId: Id | null
  /** The IP address in `actor`. Null when there was none, and after an erasure. */
  ipAddress: string | null
  subjectType: string
  subjectId: Id
  data: Record<string, unknown>
  previousHash: string
  hash: string
  occurredAt: Date
  /** What the hash covers besides the previous hash: the row in canonical JSON, with commitments. */
  canonical: string
}

export const auditEventList = defineList({
  name: 'audit_event',
  permission: 'audit:read',
  fields: {
    id: listField('id', 'audit_events.id'),
    chain: listField('id', 'audit_events.chain'),
    sequence: listField('number', 'audit_events.sequence', { isNeverEmpty: true }),
    action: listField('text', 'audit_events.action', { isNeverEmpty: true }),
    actorUserId: actingUserField(sql.ref('audit_events.actor')),
    ipAddress: listField('text', 'audit_events.address_mark', { sortable: false, contains: cameFrom }),
    subjectType: listField('text', 'audit_events.subject_type', { isNeverEmpty: true }),
    subjectId: listField('id', 'audit_events.subject_id'),
    occurredAt: listField('time', 'audit_events.occurred_at', { isNeverEmpty: true }),
  },
  newest: 'occurredAt',
  rows: (ctx) => ctx.db.selectFrom('audit_events').selectAll().where('organization_id', '=', ctx.organizationId),
  read: async (ctx, rows): Promise<AuditEvent[]> =>
    (await openRows(ctx, rows)).map((row, index) => ({
      id: row.id,
      chain: row.chain,
      sequence: row.sequence,
      action: row.action,
      actor: row.actor,
      actorUserId: actingUserOf(row.actor),
      ipAddress: typeof row.actor.ipAddress === 'string' ? row.actor.ipAddress : null,
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      data: row.data,
      previousHash: row.previous_hash.toString('hex'),
      hash: row.hash.toString('hex'),
      occurredAt: row.occurred_at,
      canonical: canonicalRow(rows[index] ?? row),
    })),
})

/** Lists the rows of all audit trails of the organization. */
export function listAuditEvents(ctx: Context, request: ListRequest = {}): Promise<Page<AuditEvent>> {
  return listRows(ctx, auditEventList, request)
}
