import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Id, IdKind } from '../ids.ts'

/**
 * Tells those who follow the organization of a change that leaves no row in the trail or the event log, with the commit
 * of the transaction. Costs one look when nobody follows; not for what happens many times a second.
 */
export async function noteChange(ctx: Pick<Context, 'db' | 'organizationId'>, kind: IdKind, id: Id, what: string) {
  await sql`select note_change(${ctx.organizationId}, ${kind}, ${id}, ${what})`.execute(ctx.db)
}
