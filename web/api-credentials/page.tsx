import { Button, Text } from '@mantine/core'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { Resource } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { Expiry, LastUse } from '../parts/lifetime.tsx'
import { type Column, ResourceList } from '../parts/list/index.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Time } from '../parts/time.tsx'
import { apiCredentials as en } from '../texts/en/api-credentials.ts'
import { apiCredentials as fr } from '../texts/fr/api-credentials.ts'

const CreateToken = lazy(() => import('./create.tsx').then(({ CreateToken }) => ({ default: CreateToken })))
const RevokeToken = lazy(() => import('./revoke.tsx').then(({ RevokeToken }) => ({ default: RevokeToken })))

type Token = Resource<'api-credentials'>

/** Settings > API credentials: each person's own tokens. */
export function Page() {
  const say = useWords({ en, fr })
  const mayWrite = useSession().may('api_credentials:write')
  const [isCreating, setCreating] = useState(false)
  const [revoking, setRevoking] = useState<Token | null>(null)
  const columns = useMemo(() => columnsOf(say, mayWrite ? setRevoking : null), [say, mayWrite])
  const create = mayWrite && <Button onClick={() => setCreating(true)}>{say.create}</Button>
  return (
    <>
      <PageHead title={say.title} about={say.about} actions={create} />
      <ResourceList
        type="api-credentials"
        label={say.list}
        columns={columns}
        empty={<EmptyState title={say.empty.title}>{say.empty.text}</EmptyState>}
      />
      <Suspense>
        {isCreating && <CreateToken onClose={() => setCreating(false)} />}
        {revoking && <RevokeToken of={revoking} onClose={() => setRevoking(null)} />}
      </Suspense>
    </>
  )
}

function columnsOf(say: typeof en, onRevoke: ((token: Token) => void) | null): Column<'api-credentials'>[] {
  const { name, lastUsed, expires, created, actions } = say.columns
  const columns: Column<'api-credentials'>[] = [
    { name: 'name', label: name, sort: 'name', cell: (token) => <Name of={token} /> },
    {
      name: 'lastUsed',
      label: lastUsed,
      sort: 'lastUsedAt',
      width: 13,
      cell: (token) => <LastUse of={token.attributes} />,
    },
    {
      name: 'expires',
      label: expires,
      sort: 'expiresAt',
      width: 11,
      cell: (token) => <Expiry of={token.attributes} />,
    },
    {
      name: 'created',
      label: created,
      sort: 'createdAt',
      width: 11,
      cell: (token) => <Time at={token.attributes.createdAt} />,
    },
  ]
  if (onRevoke === null) return columns
  const revoke = (token: Token) => (
    <Button variant="default" size="compact-sm" onClick={() => onRevoke(token)}>
      {say.revoke}
    </Button>
  )
  return [...columns, { name: 'actions', label: actions, width: 9, isActions: true, cell: revoke }]
}

function Name({ of: { attributes } }: { of: Token }) {
  return (
    <>
      <Text component="div" fw={600}>
        {attributes.name}
      </Text>
      <Text component="div" size="sm" c="dimmed">
        {attributes.hint}
      </Text>
    </>
  )
}
