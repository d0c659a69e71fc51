import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo, useState } from 'react'
import { type Resource, useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'
import { Confirm } from '../parts/confirm.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { ResourceList } from '../parts/list/index.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { apiKeys as en } from '../texts/en/api-keys.ts'
import { apiKeys as fr } from '../texts/fr/api-keys.ts'
import { columnsOf } from './columns.tsx'
import { CreateKey } from './create.tsx'

/** Settings > Integrations: the keys of the REST dialect. */
export function Page() {
  const say = useWords({ en, fr })
  const mayWrite = useSession().may('api_keys:write')
  const [isCreating, setCreating] = useState(false)
  const [revoking, setRevoking] = useState<Resource<'api-keys'> | null>(null)
  const columns = useMemo(() => columnsOf(say, mayWrite ? setRevoking : null), [say, mayWrite])
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
      />
      {isCreating && <CreateKey onClose={() => setCreating(false)} />}
      {revoking && <RevokeKey of={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}

function RevokeKey({ of: key, onClose }: { of: Resource<'api-keys'>; onClose(): void }) {
  const say = useWords({ en, fr })
  const { name, hint } = key.attributes
  const revoke = useChange(['api-keys'], (api) => api.remove('api-keys', key.id))
  const confirm = async () => {
    await revoke.mutateAsync(undefined)
    notifications.show({ message: say.revoked(name) })
  }
  return (
    <Confirm opened title={say.revokeQuestion(name)} act={say.revoke} onConfirm={confirm} onClose={onClose}>
      {say.revokeText(hint)}
    </Confirm>
  )
}
