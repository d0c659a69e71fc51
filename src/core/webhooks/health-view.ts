import { sql } from 'kysely'
import type { KeptError } from '../../db/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'

/** The health of a webhook as the delivery engine sees it. */
type WebhookHealth = {
  /** The first failure since the last success; null while deliveries succeed. */
  failingSince: Date | null
  consecutiveFailures: number
  /** The last error. It stays after later successes. */
  lastError: KeptError | null
  /** The last 2xx answer, to the minute. */
  lastSuccessAt: Date | null
  /** Nothing is sent until then, because the receiver asked for a pause or has failed too often. */
  restsUntil: Date | null
  /** The number of waiting deliveries. Counting stops at `mostWaiting`. */
  waiting: number
}

export const mostWaiting = 10_000

const unknown: WebhookHealth = {
  failingSince: null,
  consecutiveFailures: 0,
  lastError: null,
  lastSuccessAt: null,
  restsUntil: null,
  waiting: 0,
}

/** Adds their health to webhooks. Requires no permission: the caller may see the webhooks. */
export async function withHealth<W extends { id: Id }>(
  { db, organizationId, now }: Context,
  webhooks: readonly W[],
): Promise<(W & WebhookHealth)[]> {
  if (webhooks.length === 0) return []
  const { rows } = await sql<WebhookHealth & { id: Id }>`
    select l.webhook_id as id, l.failing_since as "failingSince", l.consecutive_failures as "consecutiveFailures",
      l.last_error as "lastError", l.last_success_at as "lastSuccessAt",
      case when l.open_until > ${now}::timestamptz then l.open_until end as "restsUntil", counted.n as waiting
    from webhook_lanes l cross join lateral (
      select count(*)::int as n from (
        select from open_deliveries d where d.organization_id = l.organization_id and d.webhook_id = l.webhook_id
        limit ${mostWaiting}) waiting) counted
    where l.organization_id = ${organizationId} and l.webhook_id = any(${webhooks.map(({ id }) => id)}::uuid[])`.execute(
    db,
  )
  const health = new Map(rows.map(({ id, ...row }) => [id, row]))
  return webhooks.map((webhook) => ({ ...webhook, ...unknown, ...health.get(webhook.id) }))
}
