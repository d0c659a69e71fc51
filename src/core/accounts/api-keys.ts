import type { Selectable } from 'kysely'
import { type Tables, transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, notFound } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { newApiKey } from './secrets.ts'

export type ApiKey = {
  id: Id
  name: string
  hint: string
  role: string
  apiVersion: string
  requestsPerMinute: number
  allowedAddresses: string[]
  expiresAt: Date | null
  lastUsedAt: Date | null
  revokedAt: Date | null
  createdAt: Date
}

export type NewApiKey = {
  name: string
  apiVersion: string
  role?: string
  requestsPerMinute?: number
  allowedAddresses?: string[]
  expiresAt?: Date | null
}

/**
 * Makes an API key; the secret is in this reply and nowhere else. Only for admins (Harbour guide, "Get your keys").
 * Throws `permission_missing`, `role_not_found`.
 */
export async function createApiKey(ctx: Context, input: NewApiKey): Promise<ApiKey & { secret: string }> {
  requirePermission(ctx, 'api_keys:write')
  const { secret, hash, hint } = newApiKey(ctx.now)
  const role = input.role ?? 'admin'
  return transaction(ctx, async (inner) => {
    await requireRole(inner, role)
    const row = await inner.db
      .insertInto('api_keys')
      .values({
        organization_id: inner.organizationId,
        id: newId(inner.now.getTime()),
        name: input.name,
        key_hash: hash,
        hint,
        role,
        api_version: input.apiVersion,
        requests_per_minute: input.requestsPerMinute ?? 100,
        allowed_addresses: input.allowedAddresses ?? [],
        expires_at: input.expiresAt ?? null,
        created_by: inner.actor.kind === 'user' ? inner.actor.id : null,
        created_at: inner.now,
        updated_at: inner.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await recordAudit(inner, {
      action: 'api_key.created',
      subject: { type: 'api_key', id: row.id },
      data: { name: row.name, role },
    })
    return { ...toApiKey(row), secret }
  })
}

/** All keys of the organization, newest first, revoked ones included. */
export async function listApiKeys(ctx: Context): Promise<ApiKey[]> {
  requirePermission(ctx, 'api_keys:read')
  const rows = await ctx.db
    .selectFrom('api_keys')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toApiKey)
}

/** Revokes a key; it stops at once on every node, because each request reads the row. Throws `api_key_not_found`. */
export async function revokeApiKey(ctx: Context, id: Id): Promise<ApiKey> {
  requirePermission(ctx, 'api_keys:write')
  return transaction(ctx, async (inner) => {
    const row = await inner.db
      .updateTable('api_keys')
      .set((set) => ({
        revoked_at: set.fn.coalesce('revoked_at', set.val(inner.now)),
        revoked_by: inner.actor.kind === 'user' ? inner.actor.id : null,
        updated_at: inner.now,
      }))
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    if (!row) throw notFound('api_key')
    await recordAudit(inner, { action: 'api_key.revoked', subject: { type: 'api_key', id } })
    return toApiKey(row)
  })
}

async function requireRole(ctx: Context, name: string): Promise<void> {
  const role = await ctx.db
    .selectFrom('roles')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (!role) throw new DomainError('not_found', 'role_not_found', `There is no role ${name} in this organization.`)
}

function toApiKey(row: Selectable<Tables['api_keys']>): ApiKey {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    role: row.role,
    apiVersion: row.api_version,
    requestsPerMinute: row.requests_per_minute,
    allowedAddresses: row.allowed_addresses,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
    createdAt: row.created_at,
  }
}
