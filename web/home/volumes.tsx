import { Text, Title } from '@mantine/core'
import { useResource } from '../app/api.ts'
import { useLanguage, useWords } from '../app/language.tsx'
import { useNamed } from '../app/named.ts'
import { Loaded } from '../parts/loaded.tsx'
import { home as en } from '../texts/en/home.ts'
import { home as fr } from '../texts/fr/home.ts'
import { type Day, DayChart } from './day-chart.tsx'
import css from './home.module.css'

/** Verifications by day: the number of orders, and the time until they end. */
export function VerificationVolume() {
  const say = useWords({ en, fr }).volumes
  return (
    <Loaded of={useResource('verification-statistics', '30-days')}>
      {({ data: { attributes } }) => (
        <Volume
          title={say.verifications}
          said={say.verificationsSaid(attributes.ordered, attributes.verified)}
          days={attributes.days.map(({ day, ordered, medianMs }) => ({ day, count: ordered, medianMs }))}
        />
      )}
    </Loaded>
  )
}

/** Submissions by day: the number that began, and the time until they are signed. */
export function SubmissionVolume() {
  const say = useWords({ en, fr }).volumes
  return (
    <Loaded of={useResource('submission-statistics', '30-days')}>
      {({ data: { attributes } }) => (
        <Volume
          title={say.submissions}
          said={say.submissionsSaid(attributes.begun, attributes.completed)}
          days={attributes.days.map(({ day, begun, medianMs }) => ({ day, count: begun, medianMs }))}
        />
      )}
    </Loaded>
  )
}

type Props = { title: string; said: string; days: readonly (Day & { medianMs: number | null })[] }

function Volume({ title, said, days }: Props) {
  const say = useWords({ en, fr }).volumes
  const { language } = useLanguage()
  const named = useNamed()
  const newest = days.findLast(({ medianMs }) => medianMs !== null)?.medianMs ?? null
  return (
    <section className={css.volume} aria-label={named(title, say.title)}>
      <Title order={2} size="h5">
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {named(say.title, said)}
        {newest !== null && ` · ${say.median(sayHours(newest, language))}`}
      </Text>
      {days.some(({ count }) => count > 0) && <DayChart label={named(title, said)} days={days} />}
    </section>
  )
}

function sayHours(ms: number, language: string): string {
  const minutes = ms / 60_000
  const [value, unit] = minutes < 90 ? [minutes, 'minute'] : [minutes / 60, 'hour']
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(
    Math.max(1, value),
  )
}
