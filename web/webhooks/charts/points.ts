import type { Resource } from '../../app/api.ts'

type Stretch = Resource<'webhook-statistics'>['attributes']['stretches'][number]

/** One part of the span in the charts and the table. */
export type Point = {
  since: string
  at: string
  delivered: number
  failed: number
  /** In percent; null if nothing was sent. */
  success: number | null
  medianMs: number | null
  p90Ms: number | null
}

/** The parts of the span with labels: hours of a day, days and hours of a week, days of a month. */
export function pointsOf(stretches: readonly Stretch[], span: string, language: string): Point[] {
  const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const days = { day: 'numeric', month: 'short' } as const
  const shown = span === 'day' ? hours : span === 'week' ? { ...days, ...hours } : days
  const format = new Intl.DateTimeFormat(language, shown)
  return stretches.map(({ since, delivered, failed, medianMs, p90Ms }) => ({
    since: format.format(new Date(since)),
    at: since,
    delivered,
    failed,
    success: delivered + failed === 0 ? null : Math.round((1_000 * delivered) / (delivered + failed)) / 10,
    medianMs,
    p90Ms,
  }))
}
