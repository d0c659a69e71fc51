import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { askedIds, type ListRequest, listSmall, type Page, smallField } from '../lists/index.ts'
import { requirePermission } from '../permissions.ts'
import { dayOf, daySpans, type Span, stretchesOf, stretchRows } from './span.ts'

/** How many verifications were ordered, and their present states. `ended` counts those that ended without a result. */
type Outcomes = { ordered: number; open: number; verified: number; rejected: number; ended: number }

type VerificationDay = Outcomes & {
  day: string
  /** The time from order to completion, for verifications completed on the day; null without any. */
  medianMs: number | null
  p90Ms: number | null
  sampled: number
}

type VerificationStatistics = Outcomes & {
  id: string
  since: Date
  kinds: ({ kind: string } & Outcomes)[]
  days: VerificationDay[]
}

export const verificationStatisticsList = {
  name: 'verification_statistics',
  permission: 'verifications:read',
  fields: { id: smallField('text') },
} as const

/**
 * Verifications by the UTC day of their order, without scans, for each span. Volumes and outcomes come from stored
 * counts, so they cost the same at any size; turnaround is sampled.
 */
export async function listVerificationStatistics(
  ctx: Context,
  request: ListRequest,
): Promise<Page<VerificationStatistics>> {
  requirePermission(ctx, verificationStatisticsList.permission)
  const asked = askedIds(request)
  const spans = daySpans.filter(({ id }) => asked === null || asked.includes(id))
  const items = await Promise.all(spans.map((span) => readSpan(ctx, span)))
  return listSmall(ctx, verificationStatisticsList, items, request)
}

async function readSpan(ctx: Context, span: Span): Promise<VerificationStatistics> {
  const starts = stretchesOf(span, ctx.now)
  const since = starts[0] ?? ctx.now
  const [counted, times] = await Promise.all([readCounts(ctx, since), readTurnaround(ctx, span)])
  const kinds = [...Map.groupBy(counted, ({ type }) => type)].map(([kind, rows]) => ({ kind, ...addUp(rows) }))
  const byDay = Map.groupBy(counted, ({ day }) => day)
  const days = starts.map((start) => {
    const found = times.find((row) => row.since.getTime() === start.getTime())
    const { median_ms: medianMs = null, p90_ms: p90Ms = null, sampled = 0 } = found ?? {}
    return { day: dayOf(start), ...addUp(byDay.get(dayOf(start)) ?? []), medianMs, p90Ms, sampled }
  })
  return { id: span.id, since, ...addUp(counted), kinds, days }
}

type Counted = { day: string; type: string; status: string; result: string | null; n: number }

async function readCounts({ db, organizationId }: Context, since: Date): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with counted as (
      select s.since as at, s.kind, s.n from verification_stretches s
      where s.organization_id = ${organizationId} and s.along = 0 and s.level = 1 and s.kind >= 0 and s.since >= ${since}
      union all
      select time_of_id(d.verification_id), m.kind, m.n
      from verification_deltas d cross join lateral (values (d.kind_before, -1), (d.kind_after, 1)) m (kind, n)
      where d.organization_id = ${organizationId} and m.kind is not null and time_of_id(d.verification_id) >= ${since})
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD') as day, w.type, w.status, w.result, sum(n)::int as n
    from counted cross join lateral words_of_verification_kind(counted.kind) w
    where not w.is_scan group by 1, 2, 3, 4 having sum(n) <> 0`.execute(db)
  return rows
}

type Turnaround = { since: Date; median_ms: number | null; p90_ms: number | null; sampled: number }

async function readTurnaround({ db, organizationId, now }: Context, span: Span): Promise<Turnaround[]> {
  const { rows } = await sql<Turnaround>`
    select stretch.since, found.* from ${stretchRows(span, now)} as stretch cross join lateral (
      select count(*)::int as sampled, round(percentile_cont(0.5) within group (order by ms))::bigint as median_ms,
        round(percentile_cont(0.9) within group (order by ms))::bigint as p90_ms
      from (select extract(epoch from v.completed_at - v.created_at) * 1000 as ms from verifications v
        where v.organization_id = ${organizationId} and v.deleted_at is null and v.parent_id is null
          and v.completed_at >= stretch.since and v.completed_at < stretch.until
        order by v.completed_at limit ${span.sampled}) picked) found`.execute(db)
  return rows
}

function addUp(rows: readonly Counted[]): Outcomes {
  const sum = (fits: (row: Counted) => boolean) => rows.filter(fits).reduce((total, { n }) => total + n, 0)
  const isOpen = ({ status }: Counted) => status === 'started' || status === 'in_progress'
  const verified = sum((row) => !isOpen(row) && row.result === 'verified')
  const rejected = sum((row) => !isOpen(row) && row.result === 'rejected')
  const [ordered, open] = [sum(() => true), sum(isOpen)]
  return { ordered, open, verified, rejected, ended: ordered - open - verified - rejected }
}
