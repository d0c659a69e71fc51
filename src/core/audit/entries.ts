import type { Handle } from '../../db/index.ts'

/** Selects the columns of trail rows that a hash covers, of every organization that the handle may read. */
export function selectEntries(db: Handle) {
  return db
    .selectFrom('audit_events')
    .select(['audit_events.organization_id', 'audit_events.id', 'position', 'hash'])
    .select(['chain', 'sequence', 'action', 'actor', 'subject_type', 'subject_id', 'data', 'occurred_at'])
}
