import { NativeSelect, Text } from '@mantine/core'
import type { Resource } from '../app/api.ts'
import type { Column } from '../parts/list/index.tsx'
import { useRoleNames } from '../parts/role-name.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { Time } from '../parts/time.tsx'
import type { members } from '../texts/en/members.ts'
import { ActiveButton, useRoleChange } from './change.tsx'

type User = Resource<'users'>
type Given = { say: typeof members; roles: readonly Resource<'roles'>[]; mayWrite: boolean; self: string }

/** The columns of the list of members. People cannot change their own role or deactivate themselves here. */
export function columnsOf({ say, roles, mayWrite, self }: Given): Column<'users'>[] {
  const { name, role, state, since, actions } = say.columns
  const mayChange = (user: User) => mayWrite && user.id !== self
  return [
    { name: 'name', label: name, sort: 'name', cell: (user) => <Name of={user} you={user.id === self && say.you} /> },
    {
      name: 'role',
      label: role,
      width: 12,
      cell: (user) => <Role {...{ user, roles, say }} mayChange={mayChange(user)} />,
    },
    {
      name: 'state',
      label: state,
      width: 9,
      cell: ({ attributes: { isActive } }) => (
        <StatusBadge tone={isActive ? 'good' : 'calm'}>
          {isActive ? say.states.active : say.states.inactive}
        </StatusBadge>
      ),
    },
    {
      name: 'since',
      label: since,
      sort: 'createdAt',
      width: 10,
      cell: (user) => <Time at={user.attributes.createdAt} />,
    },
    {
      name: 'actions',
      label: actions,
      width: 10,
      isActions: true,
      cell: (user) => mayChange(user) && <ActiveButton of={user} />,
    },
  ]
}

function Name({ of: { attributes }, you }: { of: User; you: string | false }) {
  return (
    <>
      <Text component="div" fw={600}>
        {attributes.name} {you && `(${you})`}
      </Text>
      <Text component="div" size="sm" c="dimmed">
        {attributes.email}
      </Text>
    </>
  )
}

type RoleProps = { user: User; roles: readonly Resource<'roles'>[]; say: typeof members; mayChange: boolean }

function Role({ user, roles, say, mayChange }: RoleProps) {
  const change = useRoleChange(user)
  const now = user.relationships.role.data?.id
  const nameRole = useRoleNames()
  const names = roles.map(({ id, attributes }) => ({ value: id, label: nameRole(attributes.name) }))
  if (!mayChange) return names.find(({ value }) => value === now)?.label
  return (
    <NativeSelect
      size="xs"
      aria-label={say.roleOf(user.attributes.name)}
      value={now ?? ''}
      data={names}
      onChange={(event) => {
        const found = names.find(({ value }) => value === event.currentTarget.value)
        if (found) void change(found)
      }}
    />
  )
}
