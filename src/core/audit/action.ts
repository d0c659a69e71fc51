import { sql } from 'kysely'
import { type Context, nameActor } from '../context.ts'
import { type Id, newId } from '../ids.ts'
import { listField } from '../lists/index.ts'
import { actingUserField, actingUserOf } from './acting-user.ts'

/** An act as a row of its own. `userId` is null when a key, a signer or the system acted. */
export type Action = { id: Id; userId: Id | null }

/**
 * The columns of a new action by the context's actor. An action that can happen only once has the id of its object.
 */
export function newAction({ organizationId, actor, now }: Context, id: Id = newId(now.getTime())) {
  return { organization_id: organizationId, id, actor: JSON.stringify(nameActor(actor)) }
}

/** The members that all actions have. */
export function toAction(row: { id: Id; actor: Record<string, unknown> }): Action {
  return { id: row.id, userId: actingUserOf(row.actor) }
}

/** The list fields that all actions have. */
export function actionFields(table: string) {
  return { id: listField('id', `${table}.id`), userId: actingUserField(sql.ref(`${table}.actor`)) }
}
