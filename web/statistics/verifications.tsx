import { BarChart, LineChart } from '@mantine/charts'
import type { Resource } from '../app/api.ts'
import { useLanguage, useWords } from '../app/language.tsx'
import { bars, Figure, lines } from '../parts/charts/figure.tsx'
import { statistics as en } from '../texts/en/statistics.ts'
import { statistics as fr } from '../texts/fr/statistics.ts'
import { inUnit, sayDuration, sayInUnit, unitOf } from './durations.ts'

export type Statistics = Resource<'verification-statistics'>['attributes']

/** The verifications by day: their number, their states, and their durations. */
export function VerificationFigures({ of: counted }: { of: Statistics }) {
  const say = useWords({ en, fr })
  const { language } = useLanguage()
  const { ordered, open, verified, rejected, ended, days } = counted
  const over = verified + rejected + ended
  const share = new Intl.NumberFormat(language, { style: 'percent' }).format(over === 0 ? 0 : verified / over)
  const slowest = Math.max(0, ...days.map(({ p90Ms }) => p90Ms ?? 0))
  const unit = unitOf(slowest)
  const typical = typicalOf(days)
  const dayOf = dayFormat(language)
  const data = days.map((each) => ({
    ...each,
    day: dayOf(each.day),
    median: inUnit(each.medianMs, unit),
    p90: inUnit(each.p90Ms, unit),
  }))
  return (
    <>
      <Figure title={say.volume} about={`${say.volumeOf(ordered, open)}. ${over === 0 ? '' : say.outcomesOf(share)}`}>
        <BarChart
          {...bars}
          data={data}
          dataKey="day"
          withLegend
          type="stacked"
          series={[
            { name: 'verified', label: say.good, color: 'sea.6' },
            { name: 'rejected', label: say.bad, color: 'pink.7' },
            { name: 'ended', label: say.ended, color: 'gray.5' },
            { name: 'open', label: say.open, color: 'blue.4' },
          ]}
        />
      </Figure>
      <Figure
        title={say.turnaround}
        about={typical === null ? say.noTurnaround : say.turnaroundOf(sayDuration(typical, language))}
      >
        <LineChart
          {...lines}
          data={data}
          dataKey="day"
          withLegend
          valueFormatter={(value) => sayInUnit(value, unit, language)}
          yAxisProps={{ width: 80 }}
          series={[
            { name: 'median', label: say.median, color: 'sea.6' },
            { name: 'p90', label: say.p90, color: 'orange.7' },
          ]}
        />
      </Figure>
    </>
  )
}

/** The median of the days' medians, weighted by the number of verifications. */
function typicalOf(days: Statistics['days']): number | null {
  const known = days.flatMap(({ medianMs, sampled }) => (medianMs === null ? [] : [{ medianMs, sampled }]))
  const all = known.reduce((sum, { sampled }) => sum + sampled, 0)
  let before = 0
  for (const { medianMs, sampled } of known.toSorted((a, b) => a.medianMs - b.medianMs)) {
    before += sampled
    if (before * 2 >= all) return medianMs
  }
  return null
}

/** A day in UTC, in the form of the person's language. */
export function dayFormat(language: string): (day: string) => string {
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return (day) => format.format(new Date(`${day}T00:00:00Z`))
}
