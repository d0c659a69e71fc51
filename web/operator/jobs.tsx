import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { type Resource, useChange, useResources } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { tell } from '../parts/tell.ts'
import { Time } from '../parts/time.tsx'
import { operator as en } from '../texts/en/operator.ts'
import { operator as fr } from '../texts/fr/operator.ts'
import css from './operator.module.css'
import { Section, ShortTable } from './section.tsx'

/** Failed jobs, to retry or discard. */
export function Jobs() {
  const { jobs: say, actions } = useWords({ en, fr })
  const found = useResources('server-jobs', { page: { size: 100 } })
  const [leaving, setLeaving] = useState<Resource<'server-jobs'> | null>(null)
  const retry = useChange(['server-jobs', 'server-queues'], (api, id: string) =>
    api.update('server-jobs', id, { isRetried: true }),
  )
  const discard = useChange(['server-jobs', 'server-queues'], (api, id: string) => api.remove('server-jobs', id))
  const again = (id: string) => retry.mutate(id, { onSuccess: () => void tell(say.retried) })
  const leave = async () => {
    if (leaving) await discard.mutateAsync(leaving.id)
    void tell(say.discarded)
  }
  const rowOf = (job: Resource<'server-jobs'>): [string, React.ReactNode[]] => {
    const { task, isSetAside, error, failedAt } = job.attributes
    const buttons = (
      <div className={css.buttons} key="buttons">
        <Button size="compact-sm" variant="default" onClick={() => again(job.id)}>
          {say.retry}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setLeaving(job)}>
          {say.discard}
        </Button>
      </div>
    )
    const what = isSetAside ? `${error} (${say.setAside})` : error
    return [job.id, [task, what, <Time key="failed" at={failedAt} />, buttons]]
  }
  return (
    <Section title={say.title}>
      <ErrorNote error={retry.error} />
      <Loaded of={found}>
        {({ data }) =>
          data.length === 0 ? (
            <Text c="dimmed">{say.none}</Text>
          ) : (
            <ShortTable label={say.title} heads={[say.task, say.error, say.failed, actions]} rows={data.map(rowOf)} />
          )
        }
      </Loaded>
      <Confirm
        opened={leaving !== null}
        title={say.ask(leaving?.attributes.task ?? '')}
        act={say.discard}
        onConfirm={leave}
        onClose={() => setLeaving(null)}
      >
        {say.askText}
      </Confirm>
    </Section>
  )
}
