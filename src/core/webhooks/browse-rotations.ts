import { sql } from 'kysely'
import { transaction } from '../../db/index.ts'
import { actingUserField, actingUserOf } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { type ListFields, type ListRequest, listField, listRows } from '../lists.ts'
import type { Page } from '../paging.ts'
import { requirePermission } from '../permissions.ts'
import { rotateSecret } from './update.ts'

/** That somebody gave a webhook a new signing secret. */
export type SecretRotation = {
  id: Id
  webhookId: Id
  userId: Id | null
  /** For how long the secret before goes on signing beside it; null for those of before this was kept. */
  overlapHours: number | null
  rotatedAt: Date
}

const overlapHours = sql`(audit_events.data->>'overlapHours')::integer`
const action = 'webhook.secret_rotated'

/** What secret rotations can be listed by. */
export const secretRotationFields: ListFields = {
  id: listField('id', 'audit_events.id'),
  webhookId: listField('id', 'audit_events.subject_id'),
  overlapHours: listField('number', overlapHours),
  userId: actingUserField(sql.ref('audit_events.actor')),
  sequence: listField('number', 'audit_events.sequence'),
  rotatedAt: listField('time', 'audit_events.occurred_at'),
}

/** Gives a webhook a new signing secret, shown in this reply only; see rotateSecret, whose errors it throws. */
export async function requestSecretRotation(
  ctx: Context,
  webhookId: Id,
  overlapHours?: number,
): Promise<SecretRotation & { secret: string }> {
  return transaction(ctx, async (inner) => {
    const { secret } = await rotateSecret(inner, webhookId, overlapHours)
    const filters = [{ field: 'webhookId', oneOf: [webhookId] }]
    const { items } = await listRotations(inner, { filters, page: { number: 1, size: 1 } })
    const [rotation] = items
    if (!rotation) throw new Error('The rotation left no trace in the audit trail.')
    return { ...rotation, secret }
  })
}

/** Secret rotations, newest first unless sorted: the audit trail knows them. */
export async function browseSecretRotations(ctx: Context, request: ListRequest): Promise<Page<SecretRotation>> {
  requirePermission(ctx, 'webhooks:read')
  return listRotations(ctx, request)
}

async function listRotations(ctx: Context, request: ListRequest): Promise<Page<SecretRotation>> {
  const query = () =>
    ctx.db
      .selectFrom('audit_events')
      .select(['id', 'subject_id', 'data', 'actor', 'occurred_at'])
      .where('organization_id', '=', ctx.organizationId)
      .where('action', '=', action)
  const scope = [ctx.organizationId, action]
  const page = await listRows(ctx, { fields: secretRotationFields, query, scope, newest: 'sequence' }, request)
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.id,
      webhookId: row.subject_id,
      userId: actingUserOf(row.actor),
      overlapHours: typeof row.data.overlapHours === 'number' ? row.data.overlapHours : null,
      rotatedAt: row.occurred_at,
    })),
  }
}
