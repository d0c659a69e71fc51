import { sql } from 'kysely'
import { type Handle, prepareQuery } from '../../db/index.ts'
import type { Actor } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { knownPermissions } from '../permissions.ts'
import { hashSecret, looksLikeSecret } from './secrets.ts'

/**
 * The organization and actor of an API key, token or session. Every request reads them from the database, so a change
 * applies at once.
 */
export type Caller = {
  organizationId: Id
  slug: string
  maintenanceSince: Date | null
  actor: Extract<Actor, { kind: 'api_key' | 'user' }>
  /** The id under which requests are counted, and the limit of a minute. */
  quota: { id: Id; requestsPerMinute: number }
}

/** Whether the user of a query may administer this server. */
export const isServerAdmin =
  sql<boolean>`exists (select from server_admins where server_admins.user_id = "user".id)`.as('is_server_admin')

type KeySearch = { hash: Buffer; now: Date; ipAddress: string | null }

const userRequestsPerMinute = 600
const usageResolutionMs = 60_000

const findApiKey = prepareQuery('find_api_key', (db, values: KeySearch) =>
  db
    .selectFrom('api_keys as key')
    .innerJoin('organizations as organization', 'organization.id', 'key.organization_id')
    .innerJoin('roles as role', (join) =>
      join.onRef('role.organization_id', '=', 'key.organization_id').onRef('role.name', '=', 'key.role'),
    )
    .select([
      'key.organization_id',
      'key.id',
      'key.role',
      'key.api_version',
      'key.requests_per_minute',
      'key.last_used_at',
      'organization.slug',
      'organization.maintenance_since',
      'role.permissions',
    ])
    .where('key.key_hash', '=', values.hash)
    .where('key.revoked_at', 'is', null)
    .where((where) => where.or([where('key.expires_at', 'is', null), where('key.expires_at', '>', values.now)]))
    .where(sql<boolean>`(key.allowed_addresses = '{}' or ${values.ipAddress}::inet <<= any(key.allowed_addresses))`),
)

const findToken = prepareQuery('find_token', (db, values: { hash: Buffer; now: Date }) =>
  db
    .selectFrom('api_credentials as credential')
    .innerJoin('organizations as organization', 'organization.id', 'credential.organization_id')
    .innerJoin('users as user', 'user.id', 'credential.user_id')
    .innerJoin('memberships as membership', (join) =>
      join
        .onRef('membership.organization_id', '=', 'credential.organization_id')
        .onRef('membership.user_id', '=', 'credential.user_id'),
    )
    .innerJoin('roles as role', (join) =>
      join.onRef('role.organization_id', '=', 'membership.organization_id').onRef('role.name', '=', 'membership.role'),
    )
    .select([
      'credential.organization_id',
      'credential.id',
      'credential.user_id',
      'credential.last_used_at',
      'organization.slug',
      'organization.maintenance_since',
      'membership.role',
      'role.permissions',
    ])
    .select(isServerAdmin)
    .where('credential.token_hash', '=', values.hash)
    .where('credential.revoked_at', 'is', null)
    .where((where) =>
      where.or([where('credential.expires_at', 'is', null), where('credential.expires_at', '>', values.now)]),
    )
    .where('user.deactivated_at', 'is', null)
    .where('membership.deactivated_at', 'is', null),
)

/**
 * The caller of an API key. The error never says why the key was refused.
 * Throws `unauthenticated` when the key is unknown, revoked, expired, or not allowed from this address.
 */
export async function authenticateApiKey(
  db: Handle,
  key: string,
  at: { now: Date; ipAddress: string | null },
): Promise<Caller> {
  if (!looksLikeSecret(key)) throw unauthenticated()
  const [row] = await findApiKey(db, { hash: hashSecret(key), ...at })
  if (!row) throw unauthenticated()
  await noteUse(db, 'api_keys', row, at)
  return {
    organizationId: row.organization_id,
    slug: row.slug,
    maintenanceSince: row.maintenance_since,
    actor: {
      kind: 'api_key',
      id: row.id,
      role: row.role,
      permissions: knownPermissions(row.permissions),
      apiVersion: row.api_version,
    },
    quota: { id: row.id, requestsPerMinute: row.requests_per_minute },
  }
}

/**
 * The caller of an access token: its user, with the present permissions of the user's role.
 * Throws `unauthenticated` when the token is unknown, revoked or expired, or the user or membership is deactivated.
 */
export async function authenticateToken(db: Handle, token: string, at: { now: Date }): Promise<Caller> {
  if (!looksLikeSecret(token)) throw unauthenticated()
  const [row] = await findToken(db, { hash: hashSecret(token), ...at })
  if (!row) throw unauthenticated()
  await noteUse(db, 'api_credentials', row, at)
  return {
    organizationId: row.organization_id,
    slug: row.slug,
    maintenanceSince: row.maintenance_since,
    actor: {
      kind: 'user',
      id: row.user_id,
      credentialId: row.id,
      isServerAdmin: row.is_server_admin,
      role: row.role,
      permissions: knownPermissions(row.permissions),
    },
    quota: { id: row.id, requestsPerMinute: userRequestsPerMinute },
  }
}

function unauthenticated(): DomainError {
  return new DomainError('unauthenticated', 'unauthenticated', say('unauthenticated'))
}

type Used = { organization_id: Id; id: Id; last_used_at: Date | null }

// Writes at most once a minute, so that a read does not cost a write.
async function noteUse(
  db: Handle,
  table: 'api_keys' | 'api_credentials',
  row: Used,
  { now, ipAddress }: { now: Date; ipAddress?: string | null },
): Promise<void> {
  if (row.last_used_at && now.getTime() - row.last_used_at.getTime() < usageResolutionMs) return
  await db
    .updateTable(table)
    .set({ last_used_at: now, ...(table === 'api_keys' ? { last_used_from: ipAddress ?? null } : {}) })
    .where('organization_id', '=', row.organization_id)
    .where('id', '=', row.id)
    .execute()
}
