import type { Selectable } from 'kysely'
import { type Tables, transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { type Fault, notFound, refuseFaults } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { checkFuture } from '../moments.ts'
import { requirePermission, requireUser } from '../permissions.ts'
import { checkText } from '../text.ts'
import { newAccessToken } from './secrets.ts'

export type ApiCredential = {
  id: Id
  userId: Id
  name: string
  hint: string
  expiresAt: Date | null
  lastUsedAt: Date | null
  revokedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

export const apiCredentialList = defineList({
  name: 'api_credential',
  permission: 'api_credentials:read',
  fields: {
    id: listField('id', 'api_credentials.id'),
    userId: listField('id', 'api_credentials.user_id'),
    name: listField('text', 'api_credentials.name'),
    hint: listField('text', 'api_credentials.hint'),
    expiresAt: listField('time', 'api_credentials.expires_at'),
    lastUsedAt: listField('time', 'api_credentials.last_used_at'),
    revokedAt: listField('time', 'api_credentials.revoked_at'),
    createdAt: listField('time', 'api_credentials.created_at', { isNeverEmpty: true }),
    updatedAt: listField('time', 'api_credentials.updated_at', { isNeverEmpty: true }),
  },
  scope: (ctx) => [ctx.organizationId, requireUser(ctx)],
  rows: (ctx) =>
    ctx.db
      .selectFrom('api_credentials')
      .selectAll()
      .where('organization_id', '=', ctx.organizationId)
      .where('user_id', '=', requireUser(ctx)),
  read: (_, rows) => rows.map(toApiCredential),
})

/**
 * Creates an access token that acts as the user who asks (Harnest reference, "Authentication"). Only this reply
 * contains the token.
 * Throws `user_required`, `validation_failed`.
 */
export async function createApiCredential(
  ctx: Context,
  input: { name: string; expiresAt?: Date | null },
): Promise<ApiCredential & { token: string }> {
  requirePermission(ctx, 'api_credentials:write')
  refuseFaults(findApiCredentialFaults(ctx, input))
  const userId = requireUser(ctx)
  const { secret, hash, hint } = newAccessToken()
  return transaction(ctx, async (inner) => {
    const row = await inner.db
      .insertInto('api_credentials')
      .values({
        organization_id: inner.organizationId,
        id: newId(inner.now.getTime()),
        user_id: userId,
        name: input.name,
        token_hash: hash,
        hint,
        expires_at: input.expiresAt ?? null,
        created_at: inner.now,
        updated_at: inner.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await recordAudit(inner, { action: 'api_credential.created', subject: { type: 'api_credential', id: row.id } })
    return { ...toApiCredential(row), token: secret }
  })
}

/** Lists the user's own access tokens, revoked ones included. */
export function listApiCredentials(ctx: Context, request: ListRequest = {}): Promise<Page<ApiCredential>> {
  return listRows(ctx, apiCredentialList, request)
}

/**
 * Renames one of the user's own tokens or changes when it expires.
 * Throws `api_credential_not_found`, `validation_failed`.
 */
export async function updateApiCredential(
  ctx: Context,
  id: Id,
  changes: { name?: string; expiresAt?: Date | null },
): Promise<ApiCredential> {
  requirePermission(ctx, 'api_credentials:write')
  refuseFaults(findApiCredentialFaults(ctx, changes))
  return transaction(ctx, async (inner) => {
    const row = await inner.db
      .updateTable('api_credentials')
      .set({
        ...(changes.name === undefined ? {} : { name: changes.name }),
        ...(changes.expiresAt === undefined ? {} : { expires_at: changes.expiresAt }),
        updated_at: inner.now,
      })
      .where('organization_id', '=', inner.organizationId)
      .where('user_id', '=', requireUser(inner))
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returningAll()
      .executeTakeFirst()
    if (!row) throw notFound('api_credential')
    await recordAudit(inner, { action: 'api_credential.updated', subject: { type: 'api_credential', id } })
    return toApiCredential(row)
  })
}

/** Revokes one of the user's own tokens at once. Throws `api_credential_not_found`. */
export async function revokeApiCredential(ctx: Context, id: Id): Promise<ApiCredential> {
  requirePermission(ctx, 'api_credentials:write')
  return transaction(ctx, async (inner) => {
    const row = await inner.db
      .updateTable('api_credentials')
      .set((set) => ({ revoked_at: set.fn.coalesce('revoked_at', set.val(inner.now)), updated_at: inner.now }))
      .where('organization_id', '=', inner.organizationId)
      .where('user_id', '=', requireUser(inner))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    if (!row) throw notFound('api_credential')
    await recordAudit(inner, { action: 'api_credential.revoked', subject: { type: 'api_credential', id } })
    return toApiCredential(row)
  })
}

function findApiCredentialFaults(ctx: Context, input: { name?: string; expiresAt?: Date | null }): Fault[] {
  const faults = input.name === undefined ? [] : checkText(['name'], input.name, { maxLength: 200, minLength: 1 })
  return [...faults, ...checkFuture(ctx.now, ['expiresAt'], input.expiresAt)]
}

function toApiCredential(row: Selectable<Tables['api_credentials']>): ApiCredential {
  return {
    id: row.id,
    userId: row.user_id,
    name: row.name,
    hint: row.hint,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
