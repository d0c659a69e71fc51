import { sql } from 'kysely'

/** How far back statistics look, and how many rows of each stretch they sample at most. */
export type Span = { id: string; stretches: number; hours: number; sampled: number }

const mostSampled = 36_000

const span = (id: string, stretches: number, hours: number): Span => ({
  id,
  stretches,
  hours,
  sampled: Math.floor(mostSampled / stretches),
})

/** Spans of days (UTC) that end today. */
export const daySpans = [
  span('7-days', 7, 24),
  span('30-days', 30, 24),
  span('90-days', 90, 24),
  span('365-days', 365, 24),
]

/** The spans of webhook statistics: in hours, in stretches of six hours, and in days. */
export const webhookSpans = [span('day', 24, 1), span('week', 28, 6), span('month', 30, 24)]

const hourMs = 3_600_000

/** The beginnings of the stretches, oldest first. The last stretch contains `now`. Stretches are aligned to UTC. */
export function stretchesOf({ stretches, hours }: Span, now: Date): Date[] {
  const ms = hours * hourMs
  const last = Math.floor(now.getTime() / ms) * ms
  return Array.from({ length: stretches }, (_, index) => new Date(last - (stretches - 1 - index) * ms))
}

/** The stretches as SQL rows `since`, `until`. */
export function stretchRows(span: Span, now: Date) {
  const starts = stretchesOf(span, now)
  return sql`(select since, since + ${span.hours} * interval '1 hour' as until from unnest(${starts}::timestamptz[]) as since)`
}

/** The UTC day of a time, as 2026-11-26. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
