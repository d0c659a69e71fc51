import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useLanguage, useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'
import { ResourceList } from '../parts/list/index.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { agreements as en } from '../texts/en/agreements.ts'
import { agreements as fr } from '../texts/fr/agreements.ts'
import { columnsOf } from './columns.tsx'
import { CreateAgreement } from './create.tsx'
import { NoAgreements } from './empty.tsx'

const inUse = {
  filter: { isArchived: false },
  fields: { agreements: ['title', 'version', 'language', 'requiredVerifications', 'tags', 'isArchived', 'updatedAt'] },
}

/** The agreements of the organization. A filter shows the archived ones. */
export function Page() {
  const say = useWords({ en, fr })
  const { language } = useLanguage()
  const mayWrite = useSession().may('agreements:write')
  const [isCreating, setCreating] = useState(false)
  const columns = useMemo(() => columnsOf(say, language), [say, language])
  const create = mayWrite && <Button onClick={() => setCreating(true)}>{say.create}</Button>
  return (
    <>
      <PageHead title={say.title} about={say.about} actions={create} />
      <ResourceList
        type="agreements"
        label={say.list}
        columns={columns}
        query={inUse}
        filters={[
          { name: 'title', label: say.columns.title },
          { name: 'source', label: say.columns.source },
          { name: 'tags', label: say.columns.tags },
          { name: 'isArchived', label: say.shown, any: say.inUse, choices: [{ value: 'true', label: say.archived }] },
        ]}
        empty={<NoAgreements say={say} />}
      />
      {isCreating && <CreateAgreement onClose={() => setCreating(false)} />}
    </>
  )
}
