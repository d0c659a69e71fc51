import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'

type Scope = Pick<Context, 'organizationId' | 'vault'>

/** The index entry of an IP address: a keyed hash. A plain address would tell where people were. */
export function markAddress({ vault, organizationId }: Scope, address: string): Buffer {
  return vault.mark(`audit address:${organizationId}`, address).subarray(0, 16)
}

/** A condition for the rows of the trail from an IP address, which must be written as rows store it. */
export function cameFrom(
  ctx: Context,
  address: string,
): { values: readonly unknown[]; condition: RawBuilder<boolean> } {
  const mark = markAddress(ctx, address)
  return { values: [mark], condition: sql<boolean>`audit_events.address_mark = ${mark}` }
}

/**
 * Deletes the index entries of a person, so that nobody can search for their addresses. Runs in the caller's
 * transaction.
 */
export async function forgetOrigins(ctx: Context, person: Id): Promise<void> {
  await ctx.db
    .updateTable('audit_events')
    .set({ address_mark: null })
    .where('organization_id', '=', ctx.organizationId)
    .where('person_id', '=', person)
    .where('address_mark', 'is not', null)
    .execute()
}
