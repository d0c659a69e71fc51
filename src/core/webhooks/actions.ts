import { type Action, actionFields, newAction, toAction } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { listField } from '../lists/index.ts'

/** An action that somebody took on a webhook. */
export type WebhookAction = Action & { webhookId: Id }

export function newWebhookAction(ctx: Context, webhookId: Id) {
  return { ...newAction(ctx), webhook_id: webhookId }
}

export function toWebhookAction(row: { id: Id; webhook_id: Id; actor: Record<string, unknown> }): WebhookAction {
  return { ...toAction(row), webhookId: row.webhook_id }
}

/** The list fields that all actions on webhooks have. */
export function webhookActionFields(table: 'redeliveries' | 'secret_rotations') {
  return { ...actionFields(table), webhookId: listField('id', `${table}.webhook_id`) }
}
