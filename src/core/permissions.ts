import type { Context } from './context.ts'
import { DomainError, say } from './errors.ts'

/** Every permission there is, as `area:verb`. */
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

/** The roles that each organization starts with (DESIGN section 1). */
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
  // Tokens of their own let viewers read by program what they may read on pages.
  viewer: [
    ...readable.filter((permission) => permission !== 'api_keys:read' && permission !== 'audit:read'),
    'api_credentials:write',
  ],
}

const known: ReadonlySet<string> = new Set(permissions)

/** The permissions among stored names; one that the product knows no more grants nothing. */
export function knownPermissions(names: readonly string[]): Permission[] {
  return names.filter(isPermission)
}

function isPermission(name: string): name is Permission {
  return known.has(name)
}

/** How long after a sign-in, or its confirmation, a person in a browser may do what is dangerous. */
export const freshForMs: number = 15 * 60_000

// What can hand the organization to somebody else, or destroy what cannot be had again.
const dangerous: readonly Permission[] = [
  'api_keys:write',
  'api_credentials:write',
  'roles:write',
  'users:write',
  'organization:write',
  'verifications:delete',
]

/**
 * Lets the work go on only if the actor holds the permission, and for what is dangerous has signed in a short while ago.
 * Throws `permission_missing` with the permission named, `sign_in_again`.
 */
export function requirePermission(ctx: Context, permission: Permission): void {
  if (ctx.actor.kind === 'system') return
  if (!ctx.actor.permissions.includes(permission))
    throw new DomainError('forbidden', 'permission_missing', say('permission_missing', { permission }), {
      permission,
    })
  if (dangerous.includes(permission)) requireFreshSignIn(ctx)
}

/** An open browser is not enough: who came by a session must have proven a short while ago who they are. Throws `sign_in_again`. */
export function requireFreshSignIn({ actor, now }: Context): void {
  if (actor.kind !== 'user' || actor.signedInAt === undefined) return
  if (now.getTime() - actor.signedInAt.getTime() <= freshForMs) return
  throw new DomainError('forbidden', 'sign_in_again', say('sign_in_again'))
}

/**
 * The context for reading what the verb itself needs or has just written: whoever may write a thing is answered with it,
 * also with a role that reads no others. For reads only, after the verb has checked its own permission.
 */
export function forOwnRead(ctx: Context): Context {
  return { ...ctx, actor: { kind: 'system' } }
}
