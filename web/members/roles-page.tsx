import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { type Resource, useResources } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'
import { Loaded } from '../parts/loaded.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { members as membersEn } from '../texts/en/members.ts'
import { roles as en } from '../texts/en/roles.ts'
import { members as membersFr } from '../texts/fr/members.ts'
import { roles as fr } from '../texts/fr/roles.ts'
import { RoleTable } from './role-table.tsx'
import { Sections } from './sections.tsx'

const RoleForm = lazy(() => import('./role-form.tsx').then(({ RoleForm }) => ({ default: RoleForm })))
const RemoveRole = lazy(() => import('./remove-role.tsx').then(({ RemoveRole }) => ({ default: RemoveRole })))

type Role = Resource<'roles'>

/** Settings > Members > Roles: a table of roles and permissions. */
export function Page() {
  const say = useWords({ en, fr })
  const { title } = useWords({ en: membersEn, fr: membersFr })
  const mayWrite = useSession().may('roles:write')
  const [edited, setEdited] = useState<Role | 'new' | null>(null)
  const [removed, setRemoved] = useState<Role | null>(null)
  const roles = useResources('roles', { page: { size: 100 } })
  const all = roles.data?.data.find(({ attributes }) => attributes.name === 'admin')?.attributes.permissions ?? []
  const actions = mayWrite && <Button onClick={() => setEdited('new')}>{say.create}</Button>
  return (
    <>
      <PageHead title={title} about={say.about} actions={actions} />
      <Sections />
      <Loaded of={roles}>
        {({ data }) => (
          <RoleTable
            roles={data}
            permissions={all}
            onEdit={mayWrite ? setEdited : null}
            onRemove={mayWrite ? setRemoved : null}
          />
        )}
      </Loaded>
      <Suspense>
        {edited && <RoleForm of={edited === 'new' ? null : edited} permissions={all} onClose={() => setEdited(null)} />}
        {removed && <RemoveRole of={removed} onClose={() => setRemoved(null)} />}
      </Suspense>
    </>
  )
}
