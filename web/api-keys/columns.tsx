import { Button, Text } from '@mantine/core'
import type { Resource } from '../app/api.ts'
import { useNow } from '../parts/clock.ts'
import type { Column } from '../parts/list/index.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { Time } from '../parts/time.tsx'
import type { apiKeys } from '../texts/en/api-keys.ts'

type Key = Resource<'api-keys'>
type Words = typeof apiKeys
const dayMs = 86_400_000

/** What the list of keys shows. Without a way to revoke there is no button for it. */
export function columnsOf(say: Words, onRevoke: ((key: Key) => void) | null): Column<'api-keys'>[] {
  const { name, role, version, lastUsed, expires, created, actions } = say.columns
  const columns: Column<'api-keys'>[] = [
    { name: 'name', label: name, sort: 'name', cell: (key) => <Name of={key} say={say} /> },
    { name: 'role', label: role, sort: 'roleName', width: 8, cell: (key) => key.attributes.roleName },
    { name: 'version', label: version, sort: 'apiVersion', width: 6, cell: (key) => key.attributes.apiVersion },
    { name: 'lastUsed', label: lastUsed, sort: 'lastUsedAt', width: 12, cell: (key) => <LastUse of={key} say={say} /> },
    { name: 'expires', label: expires, sort: 'expiresAt', width: 9, cell: (key) => <Expiry of={key} say={say} /> },
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

type Props = { of: Key; say: Words }

function Name({ of: { attributes }, say }: Props) {
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

function LastUse({ of: { attributes }, say }: Props) {
  const now = useNow()
  const { lastUsedAt, createdAt } = attributes
  const isUnused = now - Date.parse(lastUsedAt ?? createdAt) > 30 * dayMs
  return (
    <>
      <Time at={lastUsedAt} never={say.neverUsed} /> {isUnused && <StatusBadge tone="warn">{say.unused}</StatusBadge>}
    </>
  )
}

function Expiry({ of: { attributes }, say }: Props) {
  const left = Date.parse(attributes.expiresAt ?? '') - useNow()
  return (
    <>
      <Time at={attributes.expiresAt} never={say.neverExpires} />{' '}
      {left <= 0 && <StatusBadge tone="bad">{say.expired}</StatusBadge>}
      {left > 0 && left < 14 * dayMs && <StatusBadge tone="warn">{say.expiresSoon}</StatusBadge>}
    </>
  )
}
