import { Button } from '@mantine/core'
import { Suspense, useMemo, useState } from 'react'
import { useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { type Filter, ResourceList } from '../parts/list/index.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { webhooks as en } from '../texts/en/webhooks.ts'
import { webhooks as fr } from '../texts/fr/webhooks.ts'
import { columnsOf } from './columns.tsx'
import { useDays } from './data.ts'
import { CreateWebhook } from './dialogs.ts'
import { eventTypes } from './event-types.ts'
import { useSwitchWithUndo } from './switch.ts'

/** The webhooks, with the condition of each. */
export function Page() {
  const say = useWords({ en, fr })
  const mayWrite = useSession().may('webhooks:write')
  const [isCreating, setCreating] = useState(false)
  const onSwitch = useSwitchWithUndo()
  const create = mayWrite && <Button onClick={() => setCreating(true)}>{say.create}</Button>
  return (
    <>
      <PageHead title={say.title} about={say.about} actions={create} />
      <ResourceList
        type="webhooks"
        label={say.list}
        columns={columnsOf(say, { days: useDays(), ...(mayWrite ? { onSwitch } : {}) })}
        filters={useMemo(() => filtersOf(say), [say])}
        empty={
          <EmptyState title={say.empty.title} action={create}>
            {say.empty.text}
          </EmptyState>
        }
      />
      <Suspense>{isCreating && <CreateWebhook onClose={() => setCreating(false)} />}</Suspense>
    </>
  )
}

function filtersOf({ filters }: typeof en): Filter[] {
  return [
    { name: 'destinationUrl', label: filters.url },
    {
      name: 'serviceStatus',
      label: filters.on,
      choices: [
        { value: 'true', label: filters.yes },
        { value: 'false', label: filters.no },
      ],
    },
    { name: 'eventTypes', label: filters.event, choices: eventTypes.map((type) => ({ value: type, label: type })) },
  ]
}
