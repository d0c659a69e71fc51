import { sql } from 'kysely'
import { type ListField, listField } from '../lists/index.ts'

/** The key of an event as one webhook heard of it, `<event>/<webhook>`. */
export type DeliveryKey = string

/** The key of the delivery that a row is of. */
export function deliveryKey({ event_id, webhook_id }: { event_id: string; webhook_id: string }): DeliveryKey {
  return `${event_id}/${webhook_id}`
}

/** The delivery that the rows of a table are of, as a field of a list. */
export function deliveryField(table: 'delivery' | 'attempts' | 'redeliveries'): ListField {
  const [event, webhook] = [sql.ref(`${table}.event_id`), sql.ref(`${table}.webhook_id`)]
  return listField('id', sql`concat(${event}, '/', ${webhook})`, {
    keys: [
      { column: event, type: 'uuid' },
      { column: webhook, type: 'uuid' },
    ],
    match: (keys) => sql`(${event}, ${webhook}) in
      (select split_part(key, '/', 1)::uuid, split_part(key, '/', 2)::uuid from unnest(${keys}::text[]) as key)`,
  })
}
