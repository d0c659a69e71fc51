import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { getWebhookEvent } from './deliveries.ts'

/** One HTTP request of a delivery. */
export type Attempt = {
  eventId: Id
  webhookId: Id
  /** Counts from 1, through redeliveries. */
  number: number
  /** `delivered`, or the word for what went wrong, such as `http_status`, `timeout`, `refused_address`. */
  outcome: string
  httpStatus: number | null
  /** A sentence for people. */
  error: string | null
  /** What the receiver answered, as raw bytes, cut at 16 KiB. */
  responseExcerpt: Buffer | null
  startedAt: Date
  durationMs: number
}

/** The attempts of one event at one webhook, oldest first. Throws `webhook_not_found`, `event_not_found`. */
export async function listAttempts(ctx: Context, webhookId: Id, eventId: Id): Promise<Attempt[]> {
  requirePermission(ctx, 'webhooks:read')
  await getWebhookEvent(ctx, webhookId, eventId)
  const rows = await ctx.db
    .selectFrom('attempts')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('webhook_id', '=', webhookId)
    .where('event_id', '=', eventId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    eventId,
    webhookId,
    number: row.number,
    outcome: row.outcome,
    httpStatus: row.http_status,
    error: row.error,
    responseExcerpt: row.response_excerpt,
    startedAt: row.started_at,
    durationMs: row.duration_ms,
  }))
}
