import type { Handle } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Actor, Origin } from '../context.ts'
import type { Id } from '../ids.ts'
import type { Vault } from '../vault.ts'

/** A person who is not signed in to an organization. `db` is the system handle. */
export type AtTheDoor = { db: Handle; now: Date; vault: Vault; origin?: Origin }

/**
 * Records an act of a person about their own sign-in, in the trail of each of their organizations. Runs in the caller's
 * transaction.
 */
export async function recordForPerson(
  { db, now, vault, origin }: AtTheDoor,
  userId: Id,
  entry: { action: string; data?: Record<string, unknown>; actor?: Actor },
): Promise<void> {
  const memberships = await db
    .selectFrom('memberships')
    .select(['organization_id', 'role'])
    .where('user_id', '=', userId)
    .where('deactivated_at', 'is', null)
    // The fixed order keeps two transactions from waiting for each other.
    .orderBy('organization_id')
    .execute()
  for (const { organization_id: organizationId, role } of memberships) {
    const actor = entry.actor ?? { kind: 'user', id: userId, role, permissions: [] }
    const ctx = { db, organizationId, actor, now, vault, ...(origin ? { origin } : {}) }
    await recordAudit(ctx, {
      action: entry.action,
      subject: { type: 'user', id: userId },
      ...(entry.data && { data: entry.data }),
    })
  }
}
