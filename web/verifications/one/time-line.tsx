import { Box } from '@mantine/core'
import { useResources } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useSession } from '../../app/session.ts'
import type { Tone } from '../../parts/status-badge.tsx'
import { type Happening, TimeLine as Line } from '../../parts/time-line.tsx'
import { verification as enOne } from '../../texts/en/verification.ts'
import { verifications as en } from '../../texts/en/verifications.ts'
import { verification as frOne } from '../../texts/fr/verification.ts'
import { verifications as fr } from '../../texts/fr/verifications.ts'
import type { Verification } from '../words.tsx'

/** The history of a check, oldest first. */
export function TimeLine({ of: one }: { of: Verification }) {
  const say = useWords({ en: enOne, fr: frOne }).timeline
  const all = useHappenings(one).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return (
    <Box mt="lg" mb="md">
      <Line title={say.title} of={all} />
    </Box>
  )
}

function useHappenings(one: Verification): Happening[] {
  const words = useWords({ en, fr })
  const say = useWords({ en: enOne, fr: frOne }).timeline
  const query = { filter: { verification: one.id }, page: { size: 100 } }
  const decisions = useResources('decisions', query).data?.data ?? []
  const cancellations = useResources('cancellations', query).data?.data ?? []
  const { kind, createdAt, submittedAt, completedAt } = one.attributes
  const moments = [
    { at: createdAt, text: say.ordered, tone: 'calm' },
    { at: submittedAt, text: say.submitted, tone: 'busy' },
    { at: completedAt, text: say.completed, tone: 'good' },
  ] as const
  return [
    ...moments.flatMap(({ at, text, tone }) => (at === null ? [] : [{ key: text, at, text, tone }])),
    ...decisions.map(({ id, attributes: { decidedAt: at, result, reason, supersededAt } }) => {
      const note = [reason, supersededAt && say.superseded].filter(Boolean).join(' · ')
      const tone: Tone = result === 'verified' ? 'good' : 'bad'
      return { key: id, at, text: say.decided(words.results[kind][result]), tone, note }
    }),
    ...cancellations.map(({ id, attributes: { cancelledAt: at, reason } }): Happening => {
      return { key: id, at, text: say.cancelled, tone: 'warn', note: reason ?? '' }
    }),
    ...useTold(one),
  ]
}

/** The deliveries of a check, for people who may see webhooks. */
function useTold(one: Verification): Happening[] {
  const say = useWords({ en: enOne, fr: frOne }).timeline
  const maySee = useSession().may('webhooks:read')
  const events = useResources('events', { filter: { verification: one.id }, page: { size: 100 } }, maySee).data?.data
  return (events ?? []).flatMap(({ id, attributes: { occurredAt: at, deliveries } }): Happening[] => {
    const { delivered = 0, failed = 0, ...others } = countsOf(deliveries)
    const waiting = Object.values(others).reduce((sum, count) => sum + count, 0)
    const counts = [
      ...(delivered > 0 ? [say.deliveries.delivered(delivered)] : []),
      ...(waiting > 0 ? [say.deliveries.waiting(waiting)] : []),
      ...(failed > 0 ? [say.deliveries.failed(failed)] : []),
    ]
    const tone = failed > 0 ? 'bad' : waiting > 0 ? 'busy' : 'good'
    return counts.length === 0 ? [] : [{ key: id, at, text: say.told, tone, note: counts.join(', ') }]
  })
}

function countsOf(deliveries: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(deliveries).flatMap(([state, count]) => (typeof count === 'number' ? [[state, count]] : [])),
  )
}
