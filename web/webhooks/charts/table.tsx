import { useLanguage, useWords } from '../../app/language.tsx'
import { Numbers } from '../../parts/charts/numbers.tsx'
import { webhookCharts as en } from '../../texts/en/webhook-charts.ts'
import { webhookCharts as fr } from '../../texts/fr/webhook-charts.ts'
import { sayDuration } from '../log/show.ts'
import type { Point } from './points.ts'

/** The numbers of the charts by part of the span. */
export function StretchTable({ of: points }: { of: readonly Point[] }) {
  const say = useWords({ en, fr })
  const { language } = useLanguage()
  const tell = (ms: number | null) => (ms === null ? '' : sayDuration(ms, language))
  return (
    <Numbers
      summary={say.table}
      label={say.table}
      heads={[say.since, say.delivered, say.failed, say.median, say.p90]}
      rows={points.map(({ at, since, delivered, failed, medianMs, p90Ms }) => ({
        key: at,
        values: [since, delivered, failed, tell(medianMs), tell(p90Ms)],
      }))}
    />
  )
}
