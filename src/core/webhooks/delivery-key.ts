import { type RawBuilder, sql } from 'kysely'
import { type ListField, listField } from '../lists/index.ts'

type Table = 'delivery' | 'attempts' | 'redeliveries'

/** The id of a row's delivery, as a list field. */
export function deliveryField(table: Table): ListField {
  const { event, webhook } = keysOf(table)
  return listField('id', sql`delivery_id(${event}, ${webhook})`, {
    keys: [
      { column: event, type: 'uuid' },
      { column: webhook, type: 'uuid' },
    ],
    match: (ids) => sql`(${event}, ${webhook}) in (select event_id, webhook_id from (${candidates(ids)}) candidate
      where delivery_id(event_id, webhook_id) = wanted)`,
  })
}

/** The id of an attempt, as a list field. */
export function attemptField(): ListField {
  const { event, webhook } = keysOf('attempts')
  const number = sql.ref('attempts.number')
  return listField('id', sql`attempt_id(${event}, ${webhook}, ${number})`, {
    keys: [
      { column: event, type: 'uuid' },
      { column: webhook, type: 'uuid' },
      { column: number, type: 'bigint' },
    ],
    match: (ids) => sql`(${event}, ${webhook}, ${number}) in (
      select one.event_id, one.webhook_id, one.number from (${candidates(ids)}) candidate
      join attempts one on one.organization_id = candidate.organization_id
        and one.webhook_id = candidate.webhook_id and one.event_id = candidate.event_id
      where attempt_id(one.event_id, one.webhook_id, one.number) = wanted)`,
  })
}

function keysOf(table: Table) {
  return { event: sql.ref(`${table}.event_id`), webhook: sql.ref(`${table}.webhook_id`) }
}

// The deliveries that could have one of these ids. An id begins like its event's id, and few events share that
// beginning.
function candidates(ids: readonly unknown[]): RawBuilder<unknown> {
  return sql`select wanted, event.organization_id, event.id as event_id, webhook.id as webhook_id
    from unnest(${ids}::uuid[]) as wanted
    join events event on event.organization_id = (select current_organization_id())
      and event.id >= (left(wanted::text, 18) || '-0000-000000000000')::uuid
      and event.id <= (left(wanted::text, 18) || '-ffff-ffffffffffff')::uuid
    join known_webhooks webhook on webhook.organization_id = event.organization_id`
}
