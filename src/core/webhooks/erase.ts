import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'

const erased = { erased: true }

/**
 * Deletes the content of all events about these verifications, submissions or signers: data, bodies, and excerpts of
 * answers. Type, time and outcome of each delivery stay. Runs in the caller's transaction.
 */
export async function eraseEvents(ctx: Context, subjectIds: readonly Id[]): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error('eraseEvents outside a transaction.')
  const ids = [...subjectIds]
  const data = JSON.stringify(erased)
  const about = sql`organization_id = ${ctx.organizationId} and subject_id = any(${ids}::uuid[])`
  await sql`
    update event_bodies set body = convert_to(json_build_object('type', event.type, 'timestamp', event.occurred_at,
      'data', ${data}::json)::text, 'UTF8')
    from (select id, type, occurred_at from events where ${about}) as event
    where event_bodies.organization_id = ${ctx.organizationId} and event_bodies.event_id = event.id`.execute(ctx.db)
  await sql`
    update attempts set response_excerpt = null
    where organization_id = ${ctx.organizationId} and event_id in (select id from events where ${about})`.execute(
    ctx.db,
  )
  await sql`update events set data = ${data}::jsonb where ${about}`.execute(ctx.db)
}
