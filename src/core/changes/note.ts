import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Id, IdKind } from '../ids.ts'

/**
 * Notifies followers of the organization, at commit, of a change without a row in the trail or the event log. Costs one
 * query when nobody follows. Not for changes that happen many times a second.
 */
export async function noteChange(ctx: Pick<Context, 'db' | 'organizationId'>, kind: IdKind, id: Id, what: string) {
  await sql`select note_change(${ctx.organizationId}, ${kind}, ${id}, ${what})`.execute(ctx.db)
}
