import { sql } from 'kysely'
import type { KeptError } from '../../db/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { askedIds, type ListRequest, listSmall, type Page, smallField } from '../lists/index.ts'
import { requirePermission } from '../permissions.ts'
import { type Span, stretchRows, webhookSpans } from './span.ts'

/** The attempts for the events of one stretch. All members but `attempts` describe the newest `sampled` attempts. */
type WebhookStretch = {
  since: Date
  attempts: number
  sampled: number
  delivered: number
  failed: number
  medianMs: number | null
  p90Ms: number | null
}

/** Attempts that failed in the same way. `lastError` is that of the newest. */
export type WebhookCause = { outcome: string; httpStatus: number | null; attempts: number; lastError: KeptError | null }

type WebhookStatistics = {
  /** `<webhook>/<span>`. */
  id: Id
  webhookId: Id
  span: string
  attempts: number
  delivered: number
  failed: number
  stretches: WebhookStretch[]
  causes: WebhookCause[]
}

export const webhookStatisticsList = {
  name: 'webhook_statistics',
  permission: 'webhooks:read',
  fields: {
    id: smallField('id'),
    webhookId: smallField('id'),
    span: smallField('word'),
  },
} as const

const mostCauses = 20

/** Delivery statistics of each webhook over each span. Only the items of the page are computed. */
export async function listWebhookStatistics(ctx: Context, request: ListRequest): Promise<Page<WebhookStatistics>> {
  requirePermission(ctx, webhookStatisticsList.permission)
  const stubs = (await readWebhooks(ctx, request)).flatMap((webhookId) =>
    webhookSpans.map((span) => ({ id: `${webhookId}/${span.id}`, webhookId, span: span.id, of: span })),
  )
  const page = listSmall(ctx, webhookStatisticsList, stubs, request)
  const items: WebhookStatistics[] = []
  for (const { of, ...stub } of page.items) items.push({ ...stub, ...(await readSpan(ctx, stub.webhookId, of)) })
  return { ...page, items }
}

async function readWebhooks(ctx: Context, request: ListRequest): Promise<Id[]> {
  const named = askedIds(request, 'webhookId') ?? askedIds(request)?.map((id) => id.split('/')[0] ?? '')
  const rows = await ctx.db
    .selectFrom('webhooks')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .$if(named !== undefined, (query) => query.where(sql<boolean>`id = any(${named ?? []}::uuid[])`))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id }) => id)
}

type Row = Omit<WebhookStretch, 'medianMs' | 'p90Ms'> & { median_ms: number | null; p90_ms: number | null }

async function readSpan({ db, organizationId, now }: Context, webhookId: Id, span: Span) {
  const here = sql`a.organization_id = ${organizationId} and a.webhook_id = ${webhookId}
    and a.event_id >= first_id_at(stretch.since) and a.event_id < first_id_at(stretch.until)`
  const some = sql`(select a.outcome, a.http_status, a.error, a.duration_ms, a.started_at from attempts a where ${here}
    order by a.event_id desc, a.number desc limit ${span.sampled})`
  const stretch = stretchRows(span, now)
  const { rows } = await sql<Row>`
    select stretch.since, counted.n as attempts, found.* from ${stretch} as stretch
    cross join lateral (select count(*)::int as n from attempts a where ${here}) counted
    cross join lateral (
      select count(*)::int as sampled, count(*) filter (where outcome = 'delivered')::int as delivered,
        count(*) filter (where outcome <> 'delivered')::int as failed,
        round(percentile_cont(0.5) within group (order by duration_ms))::bigint as median_ms,
        round(percentile_cont(0.9) within group (order by duration_ms))::bigint as p90_ms
      from ${some} picked) found order by stretch.since`.execute(db)
  const stretches = rows.map(({ median_ms: medianMs, p90_ms: p90Ms, ...row }) => ({ ...row, medianMs, p90Ms }))
  const causes = await sql<WebhookCause>`
    select outcome, http_status as "httpStatus", count(*)::int as attempts, (array_agg(error order by started_at desc))[1] as "lastError"
    from ${stretch} as stretch cross join lateral ${some} picked where outcome <> 'delivered'
    group by 1, 2 order by 3 desc, 1, 2 limit ${mostCauses}`.execute(db)
  const sum = (member: 'attempts' | 'delivered' | 'failed') => rows.reduce((total, row) => total + row[member], 0)
  return {
    attempts: sum('attempts'),
    delivered: sum('delivered'),
    failed: sum('failed'),
    stretches,
    causes: causes.rows,
  }
}
