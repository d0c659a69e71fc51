import { Button } from '@mantine/core'
import { useMemo, useRef } from 'react'
import { type Resource, useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useDoAtOnce } from '../parts/do-at-once.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { type Column, ResourceList } from '../parts/list/index.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { Time } from '../parts/time.tsx'
import { operator as en } from '../texts/en/operator.ts'
import { operator as fr } from '../texts/fr/operator.ts'
import { Section } from './section.tsx'

type Organization = Resource<'server-organizations'>

/** The organizations of the server, and the maintenance of each. */
export function Organizations() {
  const { organizations: say, actions } = useWords({ en, fr })
  const doAtOnce = useDoAtOnce()
  const change = useChange(['server-organizations'], (api, { id, on }: { id: string; on: boolean }) =>
    api.update('server-organizations', id, { inMaintenance: on }),
  )
  const { mutateAsync } = change
  // The columns are made once, so they read the newest act from this ref.
  const latest = useRef(doAtOnce)
  latest.current = doAtOnce
  const columns = useMemo(() => {
    const set = ({ id, attributes: { name } }: Organization, on: boolean) => {
      const done = on ? say.began(name) : say.ended(name)
      void latest.current({ act: () => mutateAsync({ id, on }), done, undo: () => mutateAsync({ id, on: !on }) })
    }
    return columnsOf(say, actions, set)
  }, [say, actions, mutateAsync])
  return (
    <Section title={say.title}>
      <ResourceList
        type="server-organizations"
        label={say.list}
        columns={columns}
        filters={[{ name: 'name', label: say.name }]}
        empty={<EmptyState title={say.none}>{say.noneText}</EmptyState>}
      />
    </Section>
  )
}

function columnsOf(
  say: (typeof en)['organizations'],
  actions: string,
  set: (organization: Organization, on: boolean) => void,
): Column<'server-organizations'>[] {
  return [
    { name: 'name', label: say.name, sort: 'name', cell: ({ attributes }) => attributes.name },
    { name: 'slug', label: say.slug, sort: 'slug', cell: ({ attributes }) => attributes.slug },
    { name: 'members', label: say.members, width: 6, cell: ({ attributes }) => attributes.members },
    { name: 'created', label: say.created, width: 9, cell: ({ attributes }) => <Time at={attributes.createdAt} /> },
    {
      name: 'state',
      label: say.state,
      width: 10,
      cell: ({ attributes: { inMaintenance } }) => (
        <StatusBadge tone={inMaintenance ? 'warn' : 'good'}>
          {inMaintenance ? say.maintenance : say.working}
        </StatusBadge>
      ),
    },
    {
      name: 'actions',
      label: actions,
      width: 15,
      isActions: true,
      cell: (organization) => (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => set(organization, !organization.attributes.inMaintenance)}
        >
          {organization.attributes.inMaintenance ? say.end : say.begin}
        </Button>
      ),
    },
  ]
}
