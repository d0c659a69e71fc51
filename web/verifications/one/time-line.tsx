import { Text, Title } from '@mantine/core'
import { useResources } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useSession } from '../../app/session.ts'
import { Time } from '../../parts/time.tsx'
import { verification as enOne } from '../../texts/en/verification.ts'
import { verifications as en } from '../../texts/en/verifications.ts'
import { verification as frOne } from '../../texts/fr/verification.ts'
import { verifications as fr } from '../../texts/fr/verifications.ts'
import type { Verification } from '../words.tsx'
import css from './time-line.module.css'

type Entry = { at: string; what: string; more?: string | null }

/** The history of a check, oldest first. */
export function TimeLine({ of: one }: { of: Verification }) {
  const say = useWords({ en: enOne, fr: frOne }).timeline
  const entries = useEntries(one).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return (
    <section>
      <Title order={2} size="h4" mt="lg">
        {say.title}
      </Title>
      <ol className={css.line}>
        {entries.map(({ at, what, more }) => (
          <li key={`${at} ${what}`}>
            <span>{what}</span>
            <Text span size="sm" c="dimmed">
              <Time at={at} />
            </Text>
            {more && <Text className={css.more}>{more}</Text>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function useEntries(one: Verification): Entry[] {
  const words = useWords({ en, fr })
  const say = useWords({ en: enOne, fr: frOne }).timeline
  const query = { filter: { verification: one.id }, page: { size: 100 } }
  const decisions = useResources('decisions', query).data?.data ?? []
  const cancellations = useResources('cancellations', query).data?.data ?? []
  const { kind, createdAt, submittedAt, completedAt } = one.attributes
  const moments = [
    { at: createdAt, what: say.ordered },
    { at: submittedAt, what: say.submitted },
    { at: completedAt, what: say.completed },
  ]
  return [
    ...moments.flatMap(({ at, what }) => (at === null ? [] : [{ at, what }])),
    ...decisions.map(({ attributes: { decidedAt, result, reason, supersededAt } }) => {
      const more = [reason, supersededAt && say.superseded].filter(Boolean).join(' · ')
      return { at: decidedAt, what: say.decided(words.results[kind][result]), more }
    }),
    ...cancellations.map(({ attributes: { cancelledAt, reason } }) => ({
      at: cancelledAt,
      what: say.cancelled,
      more: reason,
    })),
    ...useTold(one),
  ]
}

/** The deliveries of a check, for people who may see webhooks. */
function useTold(one: Verification): Entry[] {
  const say = useWords({ en: enOne, fr: frOne }).timeline
  const maySee = useSession().may('webhooks:read')
  const events = useResources('events', { filter: { verification: one.id }, page: { size: 100 } }, maySee).data?.data
  return (events ?? []).flatMap(({ attributes: { occurredAt, deliveries } }) => {
    const { delivered = 0, failed = 0, ...others } = countsOf(deliveries)
    const waiting = Object.values(others).reduce((sum, count) => sum + count, 0)
    const counts = [
      ...(delivered > 0 ? [say.deliveries.delivered(delivered)] : []),
      ...(waiting > 0 ? [say.deliveries.waiting(waiting)] : []),
      ...(failed > 0 ? [say.deliveries.failed(failed)] : []),
    ]
    return counts.length === 0 ? [] : [{ at: occurredAt, what: say.told(counts) }]
  })
}

function countsOf(deliveries: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(deliveries).flatMap(([state, count]) => (typeof count === 'number' ? [[state, count]] : [])),
  )
}
