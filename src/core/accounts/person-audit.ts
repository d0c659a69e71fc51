import type { Handle } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Actor, Origin } from '../context.ts'
import type { Id } from '../ids.ts'
import type { Vault } from '../vault.ts'

/** Somebody at the door: they are nobody's member yet. Runs on the system handle. */
export type AtTheDoor = { db: Handle; now: Date; vault: Vault; origin?: Origin }

/**
 * Records what a person did about their own way in, in the trail of each organization that they are a member of: each has
 * to know of it. In the caller's transaction.
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
    // Always in one order, so that two of them at once do not wait for each other.
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
