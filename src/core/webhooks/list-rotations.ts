import { sql } from 'kysely'
import { transaction } from '../../db/index.ts'
import { actingUserField, actingUserOf } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { forOwnRead } from '../permissions.ts'
import { rotateSecret } from './rotate.ts'

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

/** What secret rotations are listed by: the audit trail knows them. */
export const secretRotationList = defineList({
  name: 'secret_rotation',
  permission: 'webhooks:read',
  fields: {
    id: listField('id', 'audit_events.id'),
    webhookId: listField('id', 'audit_events.subject_id'),
    overlapHours: listField('number', overlapHours),
    userId: actingUserField(sql.ref('audit_events.actor')),
    sequence: listField('number', 'audit_events.sequence', { isNeverEmpty: true }),
    rotatedAt: listField('time', 'audit_events.occurred_at', { isNeverEmpty: true }),
  },
  newest: 'sequence',
  scope: (ctx) => [ctx.organizationId, action],
  rows: (ctx) =>
    ctx.db
      .selectFrom('audit_events')
      .select(['id', 'subject_id', 'data', 'actor', 'occurred_at'])
      .where('organization_id', '=', ctx.organizationId)
      .where('action', '=', action),
  read: (_, rows): SecretRotation[] =>
    rows.map((row) => ({
      id: row.id,
      webhookId: row.subject_id,
      userId: actingUserOf(row.actor),
      overlapHours: typeof row.data.overlapHours === 'number' ? row.data.overlapHours : null,
      rotatedAt: row.occurred_at,
    })),
})

/** Secret rotations, newest first unless sorted. */
export function listSecretRotations(ctx: Context, request: ListRequest): Promise<Page<SecretRotation>> {
  return listRows(ctx, secretRotationList, request)
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
    const { items } = await listSecretRotations(forOwnRead(inner), { filters, page: { number: 1, size: 1 } })
    const [rotation] = items
    if (!rotation) throw new Error('The rotation left no trace in the audit trail.')
    return { ...rotation, secret }
  })
}
