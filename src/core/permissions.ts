import type { Context } from './context.ts'
import { DomainError, say } from './errors.ts'
import type { Id } from './ids.ts'

/** All permissions, as `area:verb`. */
export const permissions = [
  'agreements:read',
  'agreements:write',
  'submissions:read',
  'submissions:write',
  'verifications:read',
  'verifications:write',
  'verifications:delete',
  'webhooks:read',
  'webhooks:write',
  'users:read',
  'users:write',
  'roles:read',
  'roles:write',
  'api_keys:read',
  'api_keys:write',
  'api_credentials:read',
  'api_credentials:write',
  'organization:read',
  'organization:write',
  'audit:read',
] as const

export type Permission = (typeof permissions)[number]

const readable = permissions.filter((permission) => permission.endsWith(':read'))

/** The built-in roles of every organization (DESIGN section 1). */
export const builtinRoles: Record<'admin' | 'manager' | 'member' | 'viewer', readonly Permission[]> = {
  admin: permissions,
  manager: permissions.filter((permission) => !/^(roles|api_keys|organization|users):write$/.test(permission)),
  member: [
    'agreements:read',
    'agreements:write',
    'submissions:read',
    'submissions:write',
    'verifications:read',
    'verifications:write',
    'webhooks:read',
    'users:read',
    'roles:read',
    'organization:read',
    'api_credentials:read',
    'api_credentials:write',
  ],
  // Tokens let viewers read by program what they may read on pages.
  viewer: [
    ...readable.filter((permission) => permission !== 'api_keys:read' && permission !== 'audit:read'),
    'api_credentials:write',
  ],
}

const known: ReadonlySet<string> = new Set(permissions)

/** The known permissions among stored names. A name that the product no longer knows grants nothing. */
export function knownPermissions(names: readonly string[]): Permission[] {
  return names.filter(isPermission)
}

function isPermission(name: string): name is Permission {
  return known.has(name)
}

/** How long after a sign-in, or its confirmation, a session may do dangerous things. */
export const freshForMs: number = 15 * 60_000

// Permissions that can hand the organization to somebody else, or destroy what cannot be restored.
const dangerous: readonly Permission[] = [
  'api_keys:write',
  'api_credentials:write',
  'roles:write',
  'users:write',
  'organization:write',
  'verifications:delete',
]

/**
 * Throws unless the actor holds the permission, and for a dangerous one has signed in recently.
 * Throws `permission_missing`, `sign_in_again`.
 */
export function requirePermission(ctx: Context, permission: Permission): void {
  if (ctx.actor.kind === 'system') return
  if (!ctx.actor.permissions.includes(permission))
    throw new DomainError('forbidden', 'permission_missing', say('permission_missing', { permission }), {
      permission,
    })
  if (dangerous.includes(permission)) requireFreshSignIn(ctx)
}

/**
 * Throws `sign_in_again` unless the person of a session has recently proved their identity. An open browser is not
 * enough.
 */
export function requireFreshSignIn({ actor, now }: Context): void {
  if (actor.kind !== 'user' || actor.signedInAt === undefined) return
  if (now.getTime() - actor.signedInAt.getTime() <= freshForMs) return
  throw new DomainError('forbidden', 'sign_in_again', say('sign_in_again'))
}

/** The user who asks, for what belongs to one person. Throws `user_required` for everybody else. */
export function requireUser({ actor }: Context): Id {
  if (actor.kind === 'user') return actor.id
  throw new DomainError('forbidden', 'user_required', say('user_required'))
}

/**
 * A context that may read the records that the verb needs or has just written. A caller who may write a record gets it
 * back, even without the permission to read others. Use it only for reads, after the verb has checked its own
 * permission.
 */
export function forOwnRead(ctx: Context): Context {
  return { ...ctx, actor: { kind: 'system' } }
}
