import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../ids.ts'
import { type ListField, listField } from '../lists/index.ts'

/** The user behind a recorded actor; null for API keys, signers and the system. */
export function actingUserOf(actor: Record<string, unknown>): Id | null {
  return actor.kind === 'user' && typeof actor.id === 'string' ? actor.id : null
}

/**
 * Lists by the user behind a recorded actor, given as the expression of its JSON. No index helps: row-level security
 * keeps one over this expression from being used, because `->>` is not leakproof, and a column of its own was measured
 * at 12 µs more for each row that is written. A scan takes 0.3 µs a row, as for any other field of the trail.
 */
export function actingUserField(actor: RawBuilder<unknown>): ListField {
  return listField('id', sql`(case when ${actor}->>'kind' = 'user' then (${actor}->>'id')::uuid end)`)
}
