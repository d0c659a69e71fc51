import { Button } from '@mantine/core'
import { lazy, Suspense, useMemo, useState } from 'react'
import { type Resource, useResources } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { type Column, type Filter, ResourceList } from '../parts/list/index.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { BelowName } from '../parts/row-link.tsx'
import { Time } from '../parts/time.tsx'
import { Together } from '../parts/together.tsx'
import { audit as en } from '../texts/en/audit.ts'
import { audit as fr } from '../texts/fr/audit.ts'
import { textOf } from './actor.ts'

// Dialogs load when they open.
const Detail = lazy(() => import('./detail.tsx').then(({ Detail }) => ({ default: Detail })))
const VerifyChain = lazy(() => import('./verify.tsx').then(({ VerifyChain }) => ({ default: VerifyChain })))

type Row = Resource<'audit-events'>

type People = ReadonlyMap<string, string>
const nobody: People = new Map()

/** The audit trail: actors and their actions, with filters. The browser verifies the chain. */
export function Page() {
  if (!useSession().may('users:read')) return <Trail people={nobody} />
  // A name instead of an id changes the height of a row, so the rows wait for the names.
  return (
    <Together>
      <TrailWithNames />
    </Together>
  )
}

function TrailWithNames() {
  const { data } = useResources('users', { page: { size: 100 } })
  const people = useMemo(() => new Map(data?.data.map(({ id, attributes }) => [id, attributes.name])), [data])
  return <Trail people={people} />
}

function Trail({ people }: { people: People }) {
  const say = useWords({ en, fr })
  const { membership } = useSession()
  const [shown, setShown] = useState<Row | null>(null)
  const [isVerifying, setVerifying] = useState(false)
  const columns = useMemo(() => columnsOf(say, people, setShown), [say, people])
  const filters = useMemo(() => filtersOf(say, people), [say, people])
  const verify = membership && <Button onClick={() => setVerifying(true)}>{say.verify.button}</Button>
  return (
    <>
      <PageHead title={say.title} about={say.about} actions={verify} />
      <ResourceList
        type="audit-events"
        label={say.list}
        columns={columns}
        filters={filters}
        isExported
        empty={<EmptyState title={say.empty.title}>{say.empty.text}</EmptyState>}
      />
      <Suspense>
        {shown && <Detail of={shown} who={whoOf(shown, say, people)} onClose={() => setShown(null)} />}
        {isVerifying && membership && <VerifyChain chain={membership.id} onClose={() => setVerifying(false)} />}
      </Suspense>
    </>
  )
}

function whoOf({ attributes, relationships }: Row, say: typeof en, people: People): string {
  const user = relationships.user.data?.id
  if (user) return people.get(user) ?? user
  const kinds: Record<string, string> = say.kinds
  const kind = textOf(attributes.actor, 'kind') ?? ''
  return kinds[kind] ?? kind
}

function columnsOf(say: typeof en, people: People, onShow: (row: Row) => void): Column<'audit-events'>[] {
  const { when, who, what, from, more } = say.columns
  return [
    { name: 'when', label: when, width: 10, cell: ({ attributes }) => <Time at={attributes.occurredAt} /> },
    { name: 'who', label: who, width: 12, cell: (row) => whoOf(row, say, people) },
    {
      name: 'what',
      label: what,
      sort: 'action',
      cell: ({ attributes }) => (
        <>
          <code>{attributes.action}</code>
          <BelowName>{String(attributes.subject)}</BelowName>
        </>
      ),
    },
    { name: 'from', label: from, width: 9, cell: ({ attributes }) => attributes.ipAddress ?? '—' },
    {
      name: 'more',
      label: more,
      width: 7,
      isActions: true,
      cell: (row) => (
        <Button variant="default" size="compact-sm" onClick={() => onShow(row)}>
          {say.details}
        </Button>
      ),
    },
  ]
}

const dayMs = 86_400_000
const dayBefore = (days: number) => `${new Date(Date.now() - days * dayMs).toISOString().slice(0, 10)}..`

function filtersOf(say: typeof en, people: People): Filter[] {
  const { action, user, ipAddress, addressForm, subject, occurredAt } = say.filters
  const choices = [...people].map(([value, label]) => ({ value, label }))
  const since = [
    { value: dayBefore(1), label: say.since.day },
    { value: dayBefore(7), label: say.since.week },
    { value: dayBefore(30), label: say.since.month },
  ]
  return [
    { name: 'action', label: action },
    ...(people !== nobody ? [{ name: 'user', label: user, choices }] : []),
    { name: 'occurredAt', label: occurredAt, choices: since },
    { name: 'ipAddress', label: ipAddress, form: addressForm },
    { name: 'subject', label: subject },
  ]
}
