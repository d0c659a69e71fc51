import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { type Selectable, sql } from 'kysely'
import { type Tables, transaction } from '../../db/index.ts'
import { checkApiVersion, newestApiVersion } from '../api-versions.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { type Fault, fault, invalid, notFound, refuseFaults } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { checkFuture } from '../moments.ts'
import { requirePermission } from '../permissions.ts'
import { checkText } from '../text.ts'
import { requireGrantableRole, requireRoleName } from './roles.ts'
import { newApiKey } from './secrets.ts'

export type ApiKey = {
  id: Id
  name: string
  hint: string
  role: string
  roleId: Id
  apiVersion: string
  requestsPerMinute: number
  allowedAddresses: string[]
  expiresAt: Date | null
  lastUsedAt: Date | null
  /** The address of its last request. */
  lastUsedFrom: string | null
  /** The version of the REST dialect in its last request. */
  lastUsedVersion: string | null
  requestsLastHour: number
  revokedAt: Date | null
  createdBy: Id | null
  createdAt: Date
  updatedAt: Date
}

export const apiKeyList = defineList({
  name: 'api_key',
  permission: 'api_keys:read',
  fields: {
    id: listField('id', 'key.id'),
    name: listField('text', 'key.name'),
    hint: listField('text', 'key.hint'),
    role: listField('text', 'key.role'),
    roleId: listField('id', 'role.id'),
    apiVersion: listField('text', 'key.api_version'),
    requestsPerMinute: listField('number', 'key.requests_per_minute'),
    expiresAt: listField('time', 'key.expires_at'),
    lastUsedAt: listField('time', 'key.last_used_at'),
    lastUsedFrom: listField('text', 'key.last_used_from'),
    lastUsedVersion: listField('text', 'key.last_used_version'),
    revokedAt: listField('time', 'key.revoked_at'),
    createdBy: listField('id', 'key.created_by'),
    createdAt: listField('time', 'key.created_at', { isNeverEmpty: true }),
    updatedAt: listField('time', 'key.updated_at', { isNeverEmpty: true }),
  },
  rows: selectApiKeys,
  read: (_, rows) => rows.map(toApiKey),
})

/** Each request is compared with all addresses and ranges of its key, so their number is bounded. */
export const maxAddresses = 100
export const maxRequestsPerMinute = 1_000_000

export type NewApiKey = {
  name: string
  /** The version of the REST dialect. The newest by default. */
  apiVersion?: string
  /** The role by name or by id. `admin` by default. */
  role?: string
  roleId?: Id
  requestsPerMinute?: number
  allowedAddresses?: string[]
  expiresAt?: Date | null
}

/**
 * Creates an API key (Harbour guide, "Get your keys"). Only this reply contains the secret.
 * Throws `permission_missing`, `role_not_found`, `permission_not_held`, `validation_failed`.
 */
export async function createApiKey(ctx: Context, input: NewApiKey): Promise<ApiKey & { secret: string }> {
  requirePermission(ctx, 'api_keys:write')
  refuseFaults(findApiKeyFaults(ctx, input))
  const { secret, hash, hint } = newApiKey(ctx.now)
  return transaction(ctx, async (inner) => {
    const { id: roleId, name: role } = await requireGrantableRole(inner, (await readRole(inner, input)) ?? 'admin')
    const row = await inner.db
      .insertInto('api_keys')
      .values({
        organization_id: inner.organizationId,
        id: newId(inner.now.getTime()),
        name: input.name,
        key_hash: hash,
        hint,
        role,
        api_version: input.apiVersion ?? newestApiVersion,
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
    return { ...toApiKey({ ...row, role_id: roleId, requests_last_hour: 0 }), secret }
  })
}

/** Lists the organization's keys, revoked ones included. */
export function listApiKeys(ctx: Context, request: ListRequest = {}): Promise<Page<ApiKey>> {
  return listRows(ctx, apiKeyList, request)
}

/**
 * Changes the given members of a key. The actor must hold every permission that the key grants before and after.
 * Throws `api_key_not_found`, `validation_failed`, `permission_not_held`.
 */
export async function updateApiKey(ctx: Context, id: Id, changes: Partial<NewApiKey>): Promise<ApiKey> {
  requirePermission(ctx, 'api_keys:write')
  refuseFaults(findApiKeyFaults(ctx, changes))
  return transaction(ctx, async (inner) => {
    if ((await requireHeldKey(inner, id)).revoked_at) throw notFound('api_key')
    const role = await readRole(inner, changes)
    if (role !== undefined) await requireGrantableRole(inner, role)
    await inner.db
      .updateTable('api_keys')
      .set({
        ...(changes.name === undefined ? {} : { name: changes.name }),
        ...(role === undefined ? {} : { role }),
        ...(changes.apiVersion === undefined ? {} : { api_version: changes.apiVersion }),
        ...(changes.requestsPerMinute === undefined ? {} : { requests_per_minute: changes.requestsPerMinute }),
        ...(changes.allowedAddresses === undefined ? {} : { allowed_addresses: changes.allowedAddresses }),
        ...(changes.expiresAt === undefined ? {} : { expires_at: changes.expiresAt }),
        updated_at: inner.now,
      })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .execute()
    const { roleId: _, ...told } = changes
    const data = { ...told, ...(role === undefined ? {} : { role }) }
    await recordAudit(inner, { action: 'api_key.updated', subject: { type: 'api_key', id }, data })
    return getApiKey(inner, id)
  })
}

/**
 * Revokes a key. It stops at once on every node, because each request reads its row. A second call changes nothing.
 * Throws `api_key_not_found`, `permission_not_held`.
 */
export async function revokeApiKey(ctx: Context, id: Id): Promise<ApiKey> {
  requirePermission(ctx, 'api_keys:write')
  return transaction(ctx, async (inner) => {
    if ((await requireHeldKey(inner, id)).revoked_at) return getApiKey(inner, id)
    await inner.db
      .updateTable('api_keys')
      .set({
        revoked_at: inner.now,
        revoked_by: inner.actor.kind === 'user' ? inner.actor.id : null,
        updated_at: inner.now,
      })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .execute()
    await recordAudit(inner, { action: 'api_key.revoked', subject: { type: 'api_key', id } })
    return getApiKey(inner, id)
  })
}

// Locks a key for a change. The actor must hold every permission that the key grants.
async function requireHeldKey(ctx: Context, id: Id): Promise<{ revoked_at: Date | null }> {
  const row = await ctx.db
    .selectFrom('api_keys')
    .select(['role', 'revoked_at'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('api_key')
  await requireGrantableRole(ctx, row.role)
  return row
}

async function getApiKey(ctx: Context, id: Id): Promise<ApiKey> {
  const row = await selectApiKeys(ctx).where('key.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('api_key')
  return toApiKey(row)
}

// The name of the given role. When both `role` and `roleId` are given, they must mean the same role.
async function readRole(ctx: Context, { role, roleId }: { role?: string; roleId?: Id }): Promise<string | undefined> {
  if (roleId === undefined) return role
  const name = await requireRoleName(ctx, roleId)
  if (role === undefined || role === name) return name
  throw invalid([fault(['role'], 'same', { role: name, value: role })])
}

function selectApiKeys(ctx: Context) {
  return ctx.db
    .selectFrom('api_keys as key')
    .innerJoin('roles as role', (join) =>
      join.onRef('role.organization_id', '=', 'key.organization_id').onRef('role.name', '=', 'key.role'),
    )
    .selectAll('key')
    .select('role.id as role_id')
    .select(
      sql<number>`(select coalesce(sum(requests), 0)::int from api_key_minutes used where used.organization_id = key.organization_id
        and used.api_key_id = key.id and used.minute > ${new Date(ctx.now.getTime() - 3_600_000)})`.as(
        'requests_last_hour',
      ),
    )
    .where('key.organization_id', '=', ctx.organizationId)
}

function findApiKeyFaults(ctx: Context, input: Partial<NewApiKey>): Fault[] {
  const faults = input.name === undefined ? [] : checkText(['name'], input.name, { maxLength: 200, minLength: 1 })
  faults.push(...checkApiVersion(input.apiVersion))
  const { requestsPerMinute: limit } = input
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= maxRequestsPerMinute)) {
    faults.push(fault(['requestsPerMinute'], 'range', { least: 1, most: maxRequestsPerMinute, value: limit }))
  }
  if ((input.allowedAddresses?.length ?? 0) > maxAddresses)
    faults.push(fault(['allowedAddresses'], 'max_items', { most: maxAddresses }))
  input.allowedAddresses?.slice(0, maxAddresses).forEach((address, index) => {
    if (!isAddressRange(address)) faults.push(fault(['allowedAddresses', String(index)], 'cidr', { value: address }))
  })
  return [...faults, ...checkFuture(ctx.now, ['expiresAt'], input.expiresAt)]
}

// PostgreSQL refuses a range with bits beyond its mask, so this refuses it too.
function isAddressRange(text: string): boolean {
  const [address = '', bits, rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest !== undefined) return false
  if (bits === undefined) return true
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > (family === 4 ? 32 : 128)) return false
  return ipaddr.parseCIDR(text)[0].toString() === networkOf(text)
}

function networkOf(range: string): string {
  const [address] = ipaddr.parseCIDR(range)
  const network =
    address.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(range) : ipaddr.IPv6.networkAddressFromCIDR(range)
  return network.toString()
}

function toApiKey(row: Selectable<Tables['api_keys']> & { role_id: Id; requests_last_hour: number }): ApiKey {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    role: row.role,
    roleId: row.role_id,
    apiVersion: row.api_version,
    requestsPerMinute: row.requests_per_minute,
    allowedAddresses: row.allowed_addresses,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    lastUsedFrom: row.last_used_from,
    lastUsedVersion: row.last_used_version,
    requestsLastHour: row.requests_last_hour,
    revokedAt: row.revoked_at,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
