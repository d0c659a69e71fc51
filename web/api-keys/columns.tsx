import { Button, Text } from '@mantine/core'
import type { Resource } from '../app/api.ts'
import { Expiry, LastUse } from '../parts/lifetime.tsx'
import type { Column } from '../parts/list/index.tsx'
import { Time } from '../parts/time.tsx'
import type { apiKeys } from '../texts/en/api-keys.ts'

type Key = Resource<'api-keys'>
type Words = typeof apiKeys

/** What the list of keys shows. Without a way to revoke there is no button for it. */
export function columnsOf(say: Words, onRevoke: ((key: Key) => void) | null): Column<'api-keys'>[] {
  const { name, role, version, lastUsed, expires, created, actions } = say.columns
  const columns: Column<'api-keys'>[] = [
    { name: 'name', label: name, sort: 'name', cell: (key) => <Name of={key} say={say} /> },
    { name: 'role', label: role, sort: 'roleName', width: 8, cell: (key) => key.attributes.roleName },
    { name: 'version', label: version, sort: 'apiVersion', width: 6, cell: (key) => key.attributes.apiVersion },
    {
      name: 'lastUsed',
      label: lastUsed,
      sort: 'lastUsedAt',
      width: 12,
      cell: (key) => <LastUse of={key.attributes} />,
    },
    { name: 'expires', label: expires, sort: 'expiresAt', width: 9, cell: (key) => <Expiry of={key.attributes} /> },
    {
      name: 'created',
      label: created,
      sort: 'createdAt',
      width: 9,
      cell: (key) => <Time at={key.attributes.createdAt} />,
    },
  ]
  if (onRevoke === null) return columns
  const revoke = (key: Key) => (
    <Button variant="default" size="compact-sm" onClick={() => onRevoke(key)}>
      {say.revoke}
    </Button>
  )
  return [...columns, { name: 'actions', label: actions, width: 9, isActions: true, cell: revoke }]
}

function Name({ of: { attributes }, say }: { of: Key; say: Words }) {
  const { name, hint, allowedAddresses } = attributes
  return (
    <>
      <Text component="div" fw={600} truncate>
        {name}
      </Text>
      <Text component="div" size="sm" c="dimmed">
        {hint}
        {allowedAddresses.length > 0 && ` · ${say.onlyFrom(allowedAddresses.length)}`}
      </Text>
    </>
  )
}
