import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { type Resource, useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { type Column, ResourceList } from '../parts/list/index.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { tell } from '../parts/tell.ts'
import { Time } from '../parts/time.tsx'
import { operator as en } from '../texts/en/operator.ts'
import { operator as fr } from '../texts/fr/operator.ts'
import { Section } from './section.tsx'

type Organization = Resource<'server-organizations'>

/** The organizations of the server, and the maintenance of each. */
export function Organizations() {
  const { organizations: say, actions } = useWords({ en, fr })
  const change = useChange(['server-organizations'], (api, { id, on }: { id: string; on: boolean }) =>
    api.update('server-organizations', id, { inMaintenance: on }),
  )
  const { mutate } = change
  const columns = useMemo(() => {
    const set = ({ id, attributes: { name } }: Organization, on: boolean) => {
      const undo = { label: say.undo, act: () => mutate({ id, on: !on }) }
      mutate({ id, on }, { onSuccess: () => void tell(on ? say.began(name) : say.ended(name), undo) })
    }
    return columnsOf(say, actions, set)
  }, [say, actions, mutate])
  return (
    <Section title={say.title}>
      <ErrorNote error={change.error} />
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
