import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { type Resource, useResources } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useNamed } from '../app/named.ts'
import { useOwnWords } from '../app/own-words.ts'
import { CopyField } from '../parts/copy-field.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { BelowName } from '../parts/row-link.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { operator as en } from '../texts/en/operator.ts'
import { operator as fr } from '../texts/fr/operator.ts'
import { Section, ShortTable } from './section.tsx'

/** The findings of doctor, faults first. */
export function Findings() {
  const say = useWords({ en, fr }).findings
  const found = useResources('server-findings', { page: { size: 100 } })
  return (
    <Section title={say.title} about={say.about}>
      <Loaded of={found}>{({ data }) => <Found of={data} />}</Loaded>
    </Section>
  )
}

function Found({ of }: { of: readonly Resource<'server-findings'>[] }) {
  const say = useWords({ en, fr }).findings
  const named = useNamed()
  const told = useMemo(() => of.map(tellOf).sort((a, b) => Number(a.isWell) - Number(b.isWell)), [of])
  return useOwnWords(told).map(({ id, about, detail, mend, isWell }) => (
    <div key={id}>
      <Text component="div" my="xs">
        <StatusBadge tone={isWell ? 'good' : 'bad'}>{isWell ? say.well : say.wrong}</StatusBadge>{' '}
        <b>{named(say.abouts[about] ?? about, '').trimEnd()}</b> {detail}
      </Text>
      {mend && <CopyField value={mend} what={say.command} />}
    </div>
  ))
}

const tellOf = ({ id, attributes: { says, said, ...more } }: Resource<'server-findings'>) => ({
  ...{ id, ...more, detail: says },
  ...said,
})

/** The queues with their lengths. */
export function Queues() {
  const say = useWords({ en, fr }).queues
  const found = useResources('server-queues', { page: { size: 100 } })
  return (
    <Section title={say.title}>
      <Loaded of={found}>
        {({ data }) => (
          <ShortTable
            label={say.title}
            heads={[say.name, say.waiting, say.oldest]}
            rows={data.map(({ id, attributes: { waiting, oldestSeconds } }) => [
              id,
              [
                <>
                  {say.names[id] ?? id}
                  <BelowName>{id}</BelowName>
                </>,
                waiting,
                oldestSeconds === null || waiting === 0 ? '' : say.seconds(oldestSeconds),
              ],
            ])}
          />
        )}
      </Loaded>
    </Section>
  )
}
