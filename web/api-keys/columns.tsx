import { Anchor, Button, Text } from '@mantine/core'
import type { Resource } from '../app/api.ts'
import { Expiry, LastUse } from '../parts/lifetime.tsx'
import type { Column } from '../parts/list/index.tsx'
import { RoleName } from '../parts/role-name.tsx'
import { Time } from '../parts/time.tsx'
import type { apiKeys } from '../texts/en/api-keys.ts'

type Key = Resource<'api-keys'>
type Words = typeof apiKeys

/** The actions on a key in the list. */
type Acts = { revoke(key: Key): void; replace(key: Key): void }

/** The columns of the list of keys. Without `acts`, there are no buttons. */
export function columnsOf(say: Words, acts: Acts | null, showRequests: (key: Key) => void): Column<'api-keys'>[] {
  const { name, role, version, lastUsed, expires, created, actions } = say.columns
  const columns: Column<'api-keys'>[] = [
    { name: 'name', label: name, sort: 'name', cell: (key) => <Name of={key} say={say} /> },
    { name: 'role', label: role, sort: 'roleName', width: 7, cell: (key) => <RoleName of={key.attributes.roleName} /> },
    { name: 'version', label: version, sort: 'apiVersion', width: 7, cell: (key) => key.attributes.apiVersion },
    {
      name: 'lastUsed',
      label: lastUsed,
      sort: 'lastUsedAt',
      width: 13,
      cell: (key) => <Use of={key} say={say} onShow={() => showRequests(key)} />,
    },
    { name: 'expires', label: expires, sort: 'expiresAt', width: 8, cell: (key) => <Expiry of={key.attributes} /> },
    {
      name: 'created',
      label: created,
      sort: 'createdAt',
      width: 8,
      cell: (key) => <Time at={key.attributes.createdAt} />,
    },
  ]
  if (acts === null) return columns
  const buttons = (key: Key) => (
    <>
      <Button variant="default" size="compact-sm" onClick={() => acts.replace(key)}>
        {say.replace}
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => acts.revoke(key)}>
        {say.revoke}
      </Button>
    </>
  )
  return [...columns, { name: 'actions', label: actions, width: 18, isActions: true, cell: buttons }]
}

function Use({ of: { attributes }, say, onShow }: { of: Key; say: Words; onShow(): void }) {
  const { lastUsedAt, lastUsedFrom, lastUsedVersion, requestsLastHour, name } = attributes
  const known = [
    lastUsedFrom === null ? null : say.from(lastUsedFrom),
    lastUsedVersion === null ? null : say.inVersion(lastUsedVersion),
  ].filter((one) => one !== null)
  return (
    <>
      <LastUse of={attributes} />
      {known.length > 0 && (
        <Text component="div" size="sm" c="dimmed">
          {known.join(' · ')}
        </Text>
      )}
      {lastUsedAt !== null && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          ta="left"
          aria-label={say.requests.see(name)}
          onClick={onShow}
        >
          {say.requests.lastHour(requestsLastHour)}
        </Anchor>
      )}
    </>
  )
}

function Name({ of: { attributes }, say }: { of: Key; say: Words }) {
  const { name, hint, allowedAddresses } = attributes
  return (
    <>
      <Text component="div" fw={600}>
        {name}
      </Text>
      <Text component="div" size="sm" c="dimmed">
        {hint}
        {allowedAddresses.length > 0 && ` · ${say.onlyFrom(allowedAddresses.length)}`}
      </Text>
    </>
  )
}
