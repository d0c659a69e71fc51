import type { Handle } from '../../db/index.ts'

/** Rows of trails as far as their hashes cover them, of every organization that the handle may see. */
export function selectEntries(db: Handle) {
  return db
    .selectFrom('audit_events')
    .select(['audit_events.organization_id', 'audit_events.id', 'position', 'hash'])
    .select(['chain', 'sequence', 'action', 'actor', 'subject_type', 'subject_id', 'data', 'occurred_at'])
}
