import { Button } from '@mantine/core'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useResources } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { ResourceList } from '../parts/list/index.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Together } from '../parts/together.tsx'
import { members as en } from '../texts/en/members.ts'
import { members as fr } from '../texts/fr/members.ts'
import { columnsOf } from './columns.tsx'
import { Invitations } from './invitations.tsx'
import { Sections } from './sections.tsx'

const Invite = lazy(() => import('./invite.tsx').then(({ Invite }) => ({ default: Invite })))

/** Settings > Members: the members, and the open invitations. */
export function Page() {
  const say = useWords({ en, fr })
  const { may, user } = useSession()
  const mayWrite = may('users:write')
  const [isInviting, setInviting] = useState(false)
  const { data: roles } = useResources('roles', { page: { size: 100 } })
  const columns = useMemo(
    () => columnsOf({ say, roles: roles?.data ?? [], mayWrite, self: user.id }),
    [say, roles, mayWrite, user.id],
  )
  const invite = mayWrite && <Button onClick={() => setInviting(true)}>{say.invite}</Button>
  return (
    <>
      <PageHead title={say.title} about={say.about} actions={invite} />
      <Sections />
      <Together>
        <Invitations mayWrite={mayWrite} />
        <ResourceList
          type="users"
          label={say.list}
          columns={columns}
          filters={[
            { name: 'name', label: say.columns.name },
            { name: 'email', label: say.form.email },
          ]}
          empty={<EmptyState title={say.empty.title}>{say.empty.text}</EmptyState>}
        />
      </Together>
      <Suspense>{isInviting && <Invite onClose={() => setInviting(false)} />}</Suspense>
    </>
  )
}
