import { Progress, Stack, Text } from '@mantine/core'
import type { Resource } from '../app/api.ts'
import type { Column } from '../parts/list/index.tsx'
import { StatusBadge, type Tone } from '../parts/status-badge.tsx'
import { Time } from '../parts/time.tsx'
import type { bulkSends } from '../texts/en/bulk-sends.ts'
import { Actions } from './actions.tsx'

export type BulkSend = Resource<'bulk-sends'>
type State = keyof (typeof bulkSends)['states']

const tones: Record<State, Tone> = { running: 'busy', stopped: 'warn', waiting: 'calm', done: 'good' }

type Around = { say: typeof bulkSends; titles: ReadonlyMap<string, string>; language: string; mayWrite: boolean }

/** The columns of the list of bulk sends. `titles` has the titles of agreements, by the ids of links. */
export function columnsOf({ say, titles, language, mayWrite }: Around): Column<'bulk-sends'>[] {
  const { file, agreement, state, progress, begun, actions } = say.columns
  return [
    { name: 'file', label: file, cell: ({ attributes }) => attributes.fileName ?? say.untitled },
    { name: 'agreement', label: agreement, cell: (send) => titles.get(linkOf(send)) ?? '…' },
    { name: 'state', label: state, width: 11, cell: (send) => <StateOf send={send} say={say} /> },
    {
      name: 'progress',
      label: progress,
      width: 11,
      cell: (send) => <Made send={send} say={say} language={language} />,
    },
    {
      name: 'begun',
      label: begun,
      sort: 'createdAt',
      width: 12,
      cell: ({ attributes }) => <Time at={attributes.createdAt} />,
    },
    {
      name: 'actions',
      label: actions,
      width: 17,
      isActions: true,
      cell: (send) => <Actions of={send} say={say} mayWrite={mayWrite} />,
    },
  ]
}

const linkOf = ({ relationships }: BulkSend) => relationships.agreementLink.data?.id ?? ''

/** The state of a bulk send. A stopped one that never began is `waiting`. */
export function stateOf({ attributes: { state, made, troubleCode } }: BulkSend): State {
  return state === 'stopped' && made === 0 && troubleCode === null ? 'waiting' : state
}

function StateOf({ send, say }: { send: BulkSend; say: typeof bulkSends }) {
  const state = stateOf(send)
  const { troubleCode } = send.attributes
  const trouble =
    troubleCode === null ? null : (new Map(Object.entries(say.troubles)).get(troubleCode) ?? say.troubles.other)
  return (
    <Stack gap={2}>
      <div>
        <StatusBadge tone={tones[state]}>{say.states[state]}</StatusBadge>
      </div>
      {trouble && <Text size="xs">{trouble}</Text>}
    </Stack>
  )
}

/** The number of submissions made so far, in words and as a bar. */
export function Made({ send, say, language }: { send: BulkSend; say: typeof bulkSends; language: string }) {
  const { made, total } = send.attributes
  const words = say.progress(made.toLocaleString(language), total.toLocaleString(language))
  return (
    <Stack gap={4}>
      <Text size="sm" component="span">
        {words}
      </Text>
      <Progress value={(made / total) * 100} aria-label={words} size="sm" />
    </Stack>
  )
}
