import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import { permissions } from '../permissions.ts'

/**
 * Throws unless the actor holds every permission that a key, role, membership or invitation grants. Nobody may give,
 * change or take away more than they hold.
 * Throws `permission_not_held` with the first missing permission.
 */
export function requireHeld(ctx: Context, granted: readonly string[]): void {
  const { actor } = ctx
  if (actor.kind === 'system') return
  const held = new Set<string>(actor.permissions)
  // A permission that the product no longer knows grants nothing.
  const permission = permissions.find((known) => granted.includes(known) && !held.has(known))
  if (permission === undefined) return
  throw new DomainError('forbidden', 'permission_not_held', say('permission_not_held', { permission }), { permission })
}
