import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { deliveryIdOf } from '../delivery-ids.ts'
import { formatId, type Id } from '../ids.ts'
import { fixedHeaders } from './headers.ts'
import type { Attempt } from './list-attempts.ts'
import { hidden, type ShownHeaders } from './sent.ts'

/**
 * The request of an attempt. The headers are null for attempts that did not store them, and the body is null once it is
 * deleted.
 */
type AttemptRequest = { requestHeaders: ShownHeaders | null; requestBody: string | null }

/** Adds the request to each attempt. Values of headers from the webhook's settings are hidden. */
export async function withRequests<A extends Attempt>(
  ctx: Context,
  attempts: readonly A[],
): Promise<(A & AttemptRequest)[]> {
  const deliveries = await readDeliveries(ctx, attempts)
  return attempts.map((attempt) => {
    const delivery = deliveries.get(attempt.deliveryId)
    return {
      ...attempt,
      requestHeaders: delivery && attempt.sent ? headersOf(attempt, delivery) : null,
      requestBody: delivery?.body?.toString('utf8') ?? null,
    }
  })
}

type Delivery = { event_id: Id; webhook_id: Id; sequence: number | null; is_test: boolean; body: Buffer | null }

async function readDeliveries(ctx: Context, attempts: readonly Attempt[]): Promise<Map<string, Delivery>> {
  if (attempts.length === 0) return new Map()
  const keys = [...new Map(attempts.map((attempt) => [attempt.deliveryId, attempt])).values()]
  const { rows } = await sql<Delivery>`
    select key.event_id, key.webhook_id, coalesce(o.sequence, c.sequence) as sequence, e.is_test, b.body
    from unnest(${keys.map(({ eventId }) => eventId)}::uuid[], ${keys.map(({ webhookId }) => webhookId)}::uuid[]) as key (event_id, webhook_id)
    join events e on e.organization_id = ${ctx.organizationId} and e.id = key.event_id
    left join open_deliveries o on o.organization_id = ${ctx.organizationId} and o.webhook_id = key.webhook_id and o.event_id = key.event_id
    left join closed_deliveries c on c.organization_id = ${ctx.organizationId} and c.webhook_id = key.webhook_id and c.event_id = key.event_id
    left join event_bodies b on b.organization_id = ${ctx.organizationId} and b.event_id = key.event_id
      and b.api_version = coalesce(o.body_version, c.body_version)`.execute(ctx.db)
  return new Map(rows.map((row) => [deliveryIdOf(row.event_id, row.webhook_id), row]))
}

function headersOf({ sent, eventId, webhookId }: Attempt, { sequence, is_test: isTest }: Delivery): ShownHeaders {
  const [timestamp = '', signature = '', others = []] = sent ?? []
  return {
    ...Object.fromEntries(others.map((name) => [name, hidden])),
    ...fixedHeaders({ id: formatId('event', eventId), webhookId, sequence: sequence ?? 0, isTest }),
    'webhook-timestamp': timestamp,
    'webhook-signature': signature,
  }
}
