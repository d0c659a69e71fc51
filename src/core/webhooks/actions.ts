import { type Action, actionFields, newAction, toAction } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { listField } from '../lists/index.ts'

/** Something that was done to a webhook. */
export type WebhookAction = Action & { webhookId: Id }

/** The columns of a new action on a webhook. */
export function newWebhookAction(ctx: Context, webhookId: Id) {
  return { ...newAction(ctx), webhook_id: webhookId }
}

/** The record behind the columns that all actions on webhooks have. */
export function toWebhookAction(row: { id: Id; webhook_id: Id; actor: Record<string, unknown> }): WebhookAction {
  return { ...toAction(row), webhookId: row.webhook_id }
}

/** What all actions on webhooks are listed by. */
export function webhookActionFields(table: 'redeliveries' | 'secret_rotations') {
  return { ...actionFields(table), webhookId: listField('id', `${table}.webhook_id`) }
}
