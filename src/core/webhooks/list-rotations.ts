import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { newWebhookAction, toWebhookAction, type WebhookAction, webhookActionFields } from './actions.ts'

/** A rotation of a webhook's signing secret. */
export type SecretRotation = WebhookAction & {
  /** How many hours the previous secret signs too. Null for rotations that are older than this column. */
  overlapHours: number | null
  rotatedAt: Date
}

export const secretRotationList = defineList({
  name: 'secret_rotation',
  permission: 'webhooks:read',
  fields: {
    ...webhookActionFields('secret_rotations'),
    overlapHours: listField('number', 'secret_rotations.overlap_hours'),
    rotatedAt: listField('time', 'secret_rotations.rotated_at', { isNeverEmpty: true }),
  },
  newest: 'rotatedAt',
  rows: (ctx) => ctx.db.selectFrom('secret_rotations').selectAll().where('organization_id', '=', ctx.organizationId),
  read: (_, rows) => rows.map(toRotation),
})

export function listSecretRotations(ctx: Context, request: ListRequest): Promise<Page<SecretRotation>> {
  return listRows(ctx, secretRotationList, request)
}

/** Records a rotation, and writes its row in the trail. Runs in the caller's transaction. */
export async function recordRotation(ctx: Context, webhookId: Id, overlapHours: number): Promise<SecretRotation> {
  const row = await ctx.db
    .insertInto('secret_rotations')
    .values({ ...newWebhookAction(ctx, webhookId), overlap_hours: overlapHours, rotated_at: ctx.now })
    .returningAll()
    .executeTakeFirstOrThrow()
  const subject = { type: 'webhook', id: webhookId } as const
  await recordAudit(ctx, { action: 'webhook.secret_rotated', subject, data: { overlapHours } })
  return toRotation(row)
}

function toRotation(row: Selectable<Tables['secret_rotations']>): SecretRotation {
  return { ...toWebhookAction(row), overlapHours: row.overlap_hours, rotatedAt: row.rotated_at }
}
