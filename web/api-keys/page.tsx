import { Button } from '@mantine/core'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { Resource } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { ResourceList } from '../parts/list/index.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { apiKeys as en } from '../texts/en/api-keys.ts'
import { apiKeys as fr } from '../texts/fr/api-keys.ts'
import { WebhooksBesideKeys } from '../webhooks/beside-keys.tsx'
import { columnsOf } from './columns.tsx'

// Dialogs load when they open.
const CreateKey = lazy(() => import('./create.tsx').then(({ CreateKey }) => ({ default: CreateKey })))
const ReplaceKey = lazy(() => import('./replace.tsx').then(({ ReplaceKey }) => ({ default: ReplaceKey })))
const KeyRequests = lazy(() => import('./requests.tsx').then(({ KeyRequests }) => ({ default: KeyRequests })))
const RevokeKey = lazy(() => import('./revoke.tsx').then(({ RevokeKey }) => ({ default: RevokeKey })))

/** Settings > Integrations: the keys of the REST dialect. */
export function Page() {
  const say = useWords({ en, fr })
  const mayWrite = useSession().may('api_keys:write')
  const [isCreating, setCreating] = useState(false)
  const [revoking, setRevoking] = useState<Resource<'api-keys'> | null>(null)
  const [replacing, setReplacing] = useState<Resource<'api-keys'> | null>(null)
  const [looking, setLooking] = useState<Resource<'api-keys'> | null>(null)
  const columns = useMemo(
    () => columnsOf(say, mayWrite ? { revoke: setRevoking, replace: setReplacing } : null, setLooking),
    [say, mayWrite],
  )
  const create = mayWrite && <Button onClick={() => setCreating(true)}>{say.create}</Button>
  return (
    <>
      <PageHead title={say.title} about={say.about} actions={create} />
      <ResourceList
        type="api-keys"
        label={say.list}
        columns={columns}
        filters={[{ name: 'name', label: say.columns.name }]}
        empty={<EmptyState title={say.empty.title}>{say.empty.text}</EmptyState>}
        below={<WebhooksBesideKeys />}
      />
      <Suspense>
        {isCreating && <CreateKey onClose={() => setCreating(false)} />}
        {replacing && <ReplaceKey of={replacing} onClose={() => setReplacing(null)} />}
        {looking && <KeyRequests of={looking} onClose={() => setLooking(null)} />}
        {revoking && <RevokeKey of={revoking} onClose={() => setRevoking(null)} />}
      </Suspense>
    </>
  )
}
