import { useLanguage, useWords } from '../app/language.tsx'
import { Numbers } from '../parts/charts/numbers.tsx'
import { statistics as en } from '../texts/en/statistics.ts'
import { statistics as fr } from '../texts/fr/statistics.ts'
import { sayDuration } from './durations.ts'
import { dayFormat, type Statistics } from './verifications.tsx'

/** The numbers of the charts by day. */
export function DayTable({ of: { days } }: { of: Statistics }) {
  const say = useWords({ en, fr })
  const { language } = useLanguage()
  const dayOf = dayFormat(language)
  const tell = (ms: number | null) => (ms === null ? '' : sayDuration(ms, language))
  return (
    <Numbers
      summary={say.table}
      label={say.volume}
      heads={[say.day, say.ordered, say.good, say.bad, say.ended, say.open, say.median, say.p90]}
      rows={days.map(({ day, ordered, verified, rejected, ended, open, medianMs, p90Ms }) => ({
        key: day,
        values: [dayOf(day), ordered, verified, rejected, ended, open, tell(medianMs), tell(p90Ms)],
      }))}
    />
  )
}
