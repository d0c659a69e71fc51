import { Button } from '@mantine/core'
import type { Resource } from '../../app/api.ts'
import type { Column } from '../../parts/list/index.tsx'
import { BelowName } from '../../parts/row-link.tsx'
import { StatusBadge, type Tone } from '../../parts/status-badge.tsx'
import { Time } from '../../parts/time.tsx'
import type { webhookLog } from '../../texts/en/webhook-log.ts'

export type Delivery = Resource<'webhook-events'>
type Words = typeof webhookLog

const tones: Record<Delivery['attributes']['state'], Tone> = {
  pending: 'busy',
  delivered: 'good',
  failed: 'bad',
  held: 'warn',
}

/** The columns of a webhook's log. */
export function columnsOf(say: Words, onOpen: (id: string) => void): Column<'webhook-events'>[] {
  const { event, state, attempts, happened, actions } = say.columns
  return [
    { name: 'event', label: event, cell: (delivery) => <Kind of={delivery} say={say} /> },
    { name: 'state', label: state, width: 13, cell: (delivery) => <DeliveryState of={delivery} say={say} /> },
    { name: 'attempts', label: attempts, sort: 'attempts', width: 6, cell: ({ attributes }) => attributes.attempts },
    {
      name: 'happened',
      label: happened,
      sort: 'occurredAt',
      width: 11,
      cell: ({ attributes }) => <Time at={attributes.occurredAt} />,
    },
    {
      name: 'actions',
      label: actions,
      width: 6,
      isActions: true,
      cell: ({ id }) => (
        <Button variant="default" size="compact-sm" onClick={() => onOpen(id)}>
          {say.open}
        </Button>
      ),
    },
  ]
}

function Kind({ of: { attributes, relationships }, say }: { of: Delivery; say: Words }) {
  return (
    <>
      <strong>{attributes.kind}</strong> {attributes.isTest && <StatusBadge tone="calm">{say.isTest}</StatusBadge>}
      <BelowName>{relationships.event.data?.id}</BelowName>
    </>
  )
}

/** The state of a delivery; while it waits, its next attempt. */
export function DeliveryState({ of: { attributes }, say }: { of: Delivery; say: Words }) {
  const { state, nextAttemptAt, attempts } = attributes
  return (
    <>
      <StatusBadge tone={tones[state]}>{say.states[state]}</StatusBadge>
      {state === 'pending' && attempts > 0 && (
        <BelowName>
          {nextAttemptAt === null || Date.parse(nextAttemptAt) < Date.now() ? (
            say.atOnce
          ) : (
            <>
              {say.nextTry} <Time at={nextAttemptAt} />
            </>
          )}
        </BelowName>
      )}
    </>
  )
}
