import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { askedIds, type ListRequest, listSmall, type Page, smallField } from '../lists/index.ts'
import { requirePermission } from '../permissions.ts'
import { dayOf, daySpans, type Span, stretchRows } from './span.ts'

type SubmissionDay = {
  day: string
  begun: number
  completed: number
  /** The time from beginning to completion, for submissions completed on the day; null without any. */
  medianMs: number | null
  p90Ms: number | null
  sampled: number
}

type SubmissionStatistics = {
  id: string
  since: Date
  begun: number
  completed: number
  days: SubmissionDay[]
}

export const submissionStatisticsList = {
  name: 'submission_statistics',
  permission: 'submissions:read',
  fields: { id: smallField('text') },
} as const

/** The submissions begun and completed on each UTC day, for each span. Counted in indexes, without reading rows. */
export async function listSubmissionStatistics(
  ctx: Context,
  request: ListRequest,
): Promise<Page<SubmissionStatistics>> {
  requirePermission(ctx, submissionStatisticsList.permission)
  const asked = askedIds(request)
  const spans = daySpans.filter(({ id }) => asked === null || asked.includes(id))
  const items = await Promise.all(spans.map((span) => readSpan(ctx, span)))
  return listSmall(ctx, submissionStatisticsList, items, request)
}

type Row = Omit<SubmissionDay, 'day' | 'medianMs' | 'p90Ms'> & {
  since: Date
  median_ms: number | null
  p90_ms: number | null
}

async function readSpan({ db, organizationId, now }: Context, span: Span): Promise<SubmissionStatistics> {
  const { rows } = await sql<Row>`
    select stretch.since, begun.n as begun, completed.n as completed, found.*
    from ${stretchRows(span, now)} as stretch
    cross join lateral (select count(*)::int as n from submissions s where s.organization_id = ${organizationId}
      and s.created_at >= stretch.since and s.created_at < stretch.until) begun
    cross join lateral (select count(*)::int as n from submissions s where s.organization_id = ${organizationId}
      and s.completed_at >= stretch.since and s.completed_at < stretch.until) completed
    cross join lateral (
      select count(*)::int as sampled, round(percentile_cont(0.5) within group (order by ms))::bigint as median_ms,
        round(percentile_cont(0.9) within group (order by ms))::bigint as p90_ms
      from (select extract(epoch from s.completed_at - s.created_at) * 1000 as ms from submissions s
        where s.organization_id = ${organizationId} and s.completed_at >= stretch.since and s.completed_at < stretch.until
        order by s.completed_at limit ${span.sampled}) picked) found
    order by stretch.since`.execute(db)
  const days = rows.map(({ since, median_ms: medianMs, p90_ms: p90Ms, begun, completed, sampled }) => ({
    ...{ day: dayOf(since), begun, completed, medianMs, p90Ms, sampled },
  }))
  const sum = (member: 'begun' | 'completed') => days.reduce((total, day) => total + day[member], 0)
  return { id: span.id, since: rows[0]?.since ?? now, begun: sum('begun'), completed: sum('completed'), days }
}
