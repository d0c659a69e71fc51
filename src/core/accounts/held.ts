import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import { permissions } from '../permissions.ts'

/**
 * Lets the work go on only if the actor holds every permission that a thing grants. Nobody hands out, changes or takes
 * away what grants more than they hold: neither a key or a role, nor somebody's membership or invitation.
 * Throws `permission_not_held` with the first that is missing.
 */
export function requireHeld(ctx: Context, granted: readonly string[]): void {
  const { actor } = ctx
  if (actor.kind === 'system') return
  const held = new Set<string>(actor.permissions)
  // A permission that the product knows no more grants nothing.
  const permission = permissions.find((known) => granted.includes(known) && !held.has(known))
  if (permission === undefined) return
  throw new DomainError('forbidden', 'permission_not_held', say('permission_not_held', { permission }), { permission })
}
