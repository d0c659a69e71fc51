import { Progress, Stack, Text } from '@mantine/core'
import type { Resource } from '../app/api.ts'
import type { Column } from '../parts/list/index.tsx'
import { BelowName } from '../parts/row-link.tsx'
import { sayBytes } from '../parts/sizes.ts'
import { StatusBadge, type Tone } from '../parts/status-badge.tsx'
import { Time } from '../parts/time.tsx'
import type { exports } from '../texts/en/exports.ts'
import { Actions } from './actions.tsx'

export type Export = Resource<'exports'>
type Say = typeof exports

const tones: Record<Export['attributes']['state'], Tone> = {
  running: 'busy',
  done: 'good',
  failed: 'bad',
  expired: 'calm',
}

/** The columns of the list of exports. */
export function columnsOf(say: Say, language: string): Column<'exports'>[] {
  const { what, state, progress, asked, kept, actions } = say.columns
  return [
    { name: 'what', label: what, cell: (one) => <What of={one} say={say} /> },
    { name: 'state', label: state, width: 12, cell: (one) => <StateOf of={one} say={say} /> },
    { name: 'progress', label: progress, width: 11, cell: (one) => <Rows of={one} say={say} language={language} /> },
    {
      name: 'asked',
      label: asked,
      width: 10,
      sort: 'createdAt',
      cell: ({ attributes }) => <Time at={attributes.createdAt} />,
    },
    { name: 'kept', label: kept, width: 9, cell: ({ attributes }) => <Time at={attributes.keptUntil} /> },
    { name: 'actions', label: actions, width: 17, isActions: true, cell: (one) => <Actions of={one} say={say} /> },
  ]
}

function What({ of: { attributes }, say }: { of: Export; say: Say }) {
  const name = new Map(Object.entries(say.lists)).get(attributes.list) ?? attributes.list
  return (
    <>
      {`${name} (${attributes.format.toUpperCase()})`}
      {attributes.query?.includes('filter') && <BelowName>{say.narrowed}</BelowName>}
    </>
  )
}

function StateOf({ of: { attributes }, say }: { of: Export; say: Say }) {
  const { state, troubleCode } = attributes
  const trouble = troubleCode && (new Map(Object.entries(say.troubles)).get(troubleCode) ?? say.troubles.other)
  return (
    <Stack gap={2}>
      <div>
        <StatusBadge tone={tones[state]}>{say.states[state]}</StatusBadge>
      </div>
      {trouble && <Text size="xs">{trouble}</Text>}
    </Stack>
  )
}

/** The number of rows in the file, in words; while the file is being written, also as a bar. */
function Rows({ of: { attributes }, say, language }: { of: Export; say: Say; language: string }) {
  const { state, made, total, bytes } = attributes
  const count = made.toLocaleString(language)
  if (state !== 'running') return state === 'done' ? say.rows(count, sayBytes(bytes, language)) : '–'
  const words = total === null ? say.begins : say.progress(count, total.toLocaleString(language))
  return (
    <Stack gap={4}>
      <Text size="sm" component="span" role="status">
        {words}
      </Text>
      <Progress value={total ? (made / total) * 100 : 0} aria-label={words} size="sm" />
    </Stack>
  )
}
