import type { Selectable } from 'kysely'
import { type Tables, transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, notFound } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
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
}

/**
 * Makes an access token that acts as the user who asks; the token is in this reply and nowhere else.
 * Only a user can make one, and only for themself (Harnest reference, "Authentication").
 */
export async function createApiCredential(
  ctx: Context,
  input: { name: string; expiresAt?: Date | null },
): Promise<ApiCredential & { token: string }> {
  requirePermission(ctx, 'api_credentials:write')
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

/** The user's own access tokens, newest first. */
export async function listApiCredentials(ctx: Context): Promise<ApiCredential[]> {
  requirePermission(ctx, 'api_credentials:read')
  const rows = await ctx.db
    .selectFrom('api_credentials')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('user_id', '=', requireUser(ctx))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toApiCredential)
}

/** Revokes one of the user's own tokens; it stops at once. Throws `api_credential_not_found`. */
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

function requireUser(ctx: Context): Id {
  if (ctx.actor.kind === 'user') return ctx.actor.id
  throw new DomainError('forbidden', 'user_required', 'Access tokens belong to a person: sign in as one.')
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
  }
}
