import { type Handle, prepareQuery } from '../../db/index.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { knownPermissions, type Permission } from '../permissions.ts'
import { type Caller, isServerAdmin } from './authenticate.ts'

const userRequestsPerMinute = 600
const usageResolutionMs = 60_000

const findSession = prepareQuery('find_session', (db, values: { token: string; slug: string; now: Date }) =>
  db
    .selectFrom('sessions as session')
    .innerJoin('users as user', 'user.id', 'session.user_id')
    .leftJoin('organizations as organization', (join) => join.on('organization.slug', '=', values.slug))
    .leftJoin('memberships as membership', (join) =>
      join
        .onRef('membership.organization_id', '=', 'organization.id')
        .onRef('membership.user_id', '=', 'session.user_id')
        .on('membership.deactivated_at', 'is', null),
    )
    .leftJoin('roles as role', (join) =>
      join.onRef('role.organization_id', '=', 'membership.organization_id').onRef('role.name', '=', 'membership.role'),
    )
    .select([
      'session.id',
      'session.user_id',
      'session.active_organization_id',
      'session.created_at',
      'session.confirmed_at',
      'session.updated_at',
      'organization.id as organization_id',
      'organization.slug',
      'organization.maintenance_since',
      'membership.role',
      'role.permissions',
    ])
    .select(isServerAdmin)
    .where('session.token', '=', values.token)
    .where('session.expires_at', '>', values.now)
    .where('user.deactivated_at', 'is', null),
)

/**
 * The caller of a session in an organization: its user, with the present permissions of the user's role there.
 * Throws `unauthenticated` when the session has ended or the user is deactivated, and `not_a_member` when the
 * organization is unknown or the user is not a member of it.
 */
export async function authenticateSession(
  db: Handle,
  { token, slug }: { token: string; slug: string },
  { now }: { now: Date },
): Promise<Caller> {
  const [row] = await findSession(db, { token, slug, now })
  if (!row) throw sessionEnded()
  const { organization_id: organizationId, role, permissions } = row
  if (!organizationId || row.slug === null || role === null || permissions === null) {
    throw new DomainError('forbidden', 'not_a_member', say('not_a_member', { slug }))
  }
  if (row.active_organization_id !== organizationId || now.getTime() - row.updated_at.getTime() > usageResolutionMs) {
    await noteUse(db, { id: row.id, organizationId, now })
  }
  return {
    organizationId,
    slug: row.slug,
    maintenanceSince: row.maintenance_since,
    actor: {
      kind: 'user',
      id: row.user_id,
      sessionId: row.id,
      isServerAdmin: row.is_server_admin,
      signedInAt: row.confirmed_at ?? row.created_at,
      role,
      permissions: knownPermissions(permissions),
    },
    quota: { id: row.user_id, requestsPerMinute: userRequestsPerMinute },
  }
}

function sessionEnded(): DomainError {
  return new DomainError('unauthenticated', 'unauthenticated', say('session_ended'))
}

// Remembers the organization, so that the next visit begins there.
async function noteUse(
  db: Handle,
  { id, organizationId, now }: { id: Id; organizationId: Id; now: Date },
): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ active_organization_id: organizationId, updated_at: now })
    .where('id', '=', id)
    .execute()
}

/** A signed-in person with their organizations. */
export type SignedIn = {
  user: {
    id: Id
    name: string
    email: string
    /** Null leaves the choice of the language to the browser. Null in `scheme` does the same. */
    language: 'en' | 'fr' | null
    scheme: 'light' | 'dark' | null
    hasTwoFactors: boolean
  }
  session: { id: Id; createdAt: Date; confirmedAt: Date; expiresAt: Date }
  organizations: { id: Id; slug: string; name: string; role: string; permissions: Permission[] }[]
  /** The slug of the organization that the person used last. */
  activeOrganization: string | null
  isServerAdmin: boolean
}

/** The person of a session, or null when it has ended. Runs on the system handle. */
export async function readSession(db: Handle, token: string, now: Date): Promise<SignedIn | null> {
  const row = await db
    .selectFrom('sessions as session')
    .innerJoin('users as user', 'user.id', 'session.user_id')
    .select(['user.id', 'user.name', 'user.email', 'user.language', 'user.scheme', 'user.two_factor_enabled'])
    .select(['session.id as session_id', 'session.created_at', 'session.confirmed_at', 'session.expires_at'])
    .select(['session.active_organization_id', isServerAdmin])
    .where('session.token', '=', token)
    .where('session.expires_at', '>', now)
    .where('user.deactivated_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const organizations = await listOwnOrganizations(db, row.id)
  const active = organizations.find(({ id }) => id === row.active_organization_id) ?? organizations[0]
  const { id, name, email, language, scheme, created_at: createdAt } = row
  return {
    user: { id, name, email, language, scheme, hasTwoFactors: row.two_factor_enabled },
    session: { id: row.session_id, createdAt, confirmedAt: row.confirmed_at ?? createdAt, expiresAt: row.expires_at },
    organizations,
    activeOrganization: active?.slug ?? null,
    isServerAdmin: row.is_server_admin,
  }
}

/** Records that the person of a session has just proved their identity again. Runs on the system handle. */
export async function confirmSession(db: Handle, token: string, now: Date): Promise<void> {
  await db.updateTable('sessions').set({ confirmed_at: now }).where('token', '=', token).execute()
}

/** Whether a person may start a session. Runs on the system handle. */
export async function maySignIn(db: Handle, userId: Id): Promise<boolean> {
  const user = await db.selectFrom('users').select('deactivated_at').where('id', '=', userId).executeTakeFirst()
  return user !== undefined && user.deactivated_at === null
}

async function listOwnOrganizations(db: Handle, userId: Id): Promise<SignedIn['organizations']> {
  const rows = await db
    .selectFrom('memberships as membership')
    .innerJoin('organizations as organization', 'organization.id', 'membership.organization_id')
    .innerJoin('roles as role', (join) =>
      join.onRef('role.organization_id', '=', 'membership.organization_id').onRef('role.name', '=', 'membership.role'),
    )
    .select(['organization.id', 'organization.slug', 'organization.name', 'membership.role', 'role.permissions'])
    .where('membership.user_id', '=', userId)
    .where('membership.deactivated_at', 'is', null)
    .orderBy('organization.name')
    .orderBy('organization.id')
    .execute()
  return rows.map(({ permissions, ...row }) => ({ ...row, permissions: knownPermissions(permissions) }))
}
