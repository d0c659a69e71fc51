import { sql } from 'kysely'
import { actingUserField, actingUserOf } from '../audit/index.ts'
import { type Context, nameActor } from '../context.ts'
import { type Id, newId } from '../ids.ts'
import { listField } from '../lists/index.ts'

/** That somebody had something done to a webhook. The user is null where a key, a link or the system acted. */
export type WebhookAction = { id: Id; webhookId: Id; userId: Id | null }

/** The columns of a new action by whoever acts now. */
export function newAction(ctx: Context, webhookId: Id) {
  const { organizationId: organization_id, now } = ctx
  return {
    organization_id,
    id: newId(now.getTime()),
    webhook_id: webhookId,
    actor: JSON.stringify(nameActor(ctx.actor)),
  }
}

/** The record behind the columns that all actions have. */
export function toAction(row: { id: Id; webhook_id: Id; actor: Record<string, unknown> }): WebhookAction {
  return { id: row.id, webhookId: row.webhook_id, userId: actingUserOf(row.actor) }
}

/** What all actions are listed by. */
export function actionFields(table: 'redeliveries' | 'secret_rotations') {
  return {
    id: listField('id', `${table}.id`),
    webhookId: listField('id', `${table}.webhook_id`),
    userId: actingUserField(sql.ref(`${table}.actor`)),
  }
}
