import { Text } from '@mantine/core'
import type { Resource } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { StatusBadge, type Tone } from '../parts/status-badge.tsx'
import { Time } from '../parts/time.tsx'
import { webhooks as en } from '../texts/en/webhooks.ts'
import { webhooks as fr } from '../texts/fr/webhooks.ts'
import { type Condition, conditionOf } from './condition.ts'
import css from './health.module.css'

const tones: Record<Condition, Tone> = {
  well: 'good',
  untried: 'calm',
  failing: 'bad',
  off: 'calm',
  gone: 'bad',
  'given-up': 'bad',
}

/** The condition of a webhook in a word, with its start or its count. */
export function Health({ of: { attributes } }: { of: Resource<'webhooks'> }) {
  const say = useWords({ en, fr })
  const condition = conditionOf(attributes)
  return (
    <div className={css.line}>
      <StatusBadge tone={tones[condition]}>{say.conditions[condition]}</StatusBadge>
      <Text component="div" size="sm" c="dimmed">
        <Since told={attributes} condition={condition} />
      </Text>
    </div>
  )
}

function Since({ told, condition }: { told: Resource<'webhooks'>['attributes']; condition: Condition }) {
  const say = useWords({ en, fr })
  if (condition === 'untried') return null
  if (condition === 'well')
    return (
      <>
        {say.answered} <Time at={told.lastSuccessAt} />
      </>
    )
  if (condition !== 'failing') return <Time at={told.disabledAt} />
  return (
    <>
      <Time at={told.failingSince} /> · {say.inARow(told.consecutiveFailures)}
    </>
  )
}
