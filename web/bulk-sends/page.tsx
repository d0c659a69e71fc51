import { Button } from '@mantine/core'
import { lazy, Suspense, useMemo } from 'react'
import { useLanguage, useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { ResourceList } from '../parts/list/index.tsx'
import { useAddressWords } from '../parts/list/search.ts'
import { PageHead } from '../parts/page-head.tsx'
import { saveFile } from '../parts/save-file.ts'
import { bulkSends as en } from '../texts/en/bulk-sends.ts'
import { bulkSends as fr } from '../texts/fr/bulk-sends.ts'
import { columnsOf } from './columns.tsx'
import { sampleFile } from './file.ts'
import { useLinks } from './links.ts'

const SendToMany = lazy(() => import('./send-to-many.tsx').then(({ SendToMany: it }) => ({ default: it })))

/** All bulk sends, with their progress. */
export function Page() {
  const say = useWords({ en, fr })
  const { language } = useLanguage()
  const mayWrite = useSession().may('submissions:write')
  const [{ send }, change] = useAddressWords()
  const { links } = useLinks()
  const titles = useMemo(() => new Map(links.map(({ id, agreement }) => [id, agreement])), [links])
  const columns = useMemo(() => columnsOf({ say, titles, language, mayWrite }), [say, titles, language, mayWrite])
  const create = mayWrite && <Button onClick={() => change({ send: 'new' })}>{say.create}</Button>
  return (
    <>
      <PageHead
        back={{ to: '/submissions', label: say.submissions }}
        title={say.title}
        about={say.about}
        actions={create}
      />
      <ResourceList
        type="bulk-sends"
        label={say.list}
        columns={columns}
        empty={
          <EmptyState
            title={say.empty.title}
            action={
              <Button
                variant="default"
                onClick={() => saveFile(new Blob([sampleFile], { type: 'text/csv' }), 'people.csv')}
              >
                {say.empty.sample}
              </Button>
            }
          >
            {say.empty.text}
          </EmptyState>
        }
      />
      <Suspense>{mayWrite && send === 'new' && <SendToMany onClose={() => change({ send: undefined })} />}</Suspense>
    </>
  )
}
