import { useMemo } from 'react'
import { useLanguage, useWords } from '../app/language.tsx'
import { prefix } from '../app/place.ts'
import { CopyField } from '../parts/copy-field.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { ResourceList } from '../parts/list/index.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { exports as en } from '../texts/en/exports.ts'
import { exports as fr } from '../texts/fr/exports.ts'
import { columnsOf } from './columns.tsx'

const body = JSON.stringify({ data: { type: 'exports', attributes: { list: 'verifications', format: 'csv' } } })
const command = `curl -X POST ${location.origin}${prefix}/v1/api/exports -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/vnd.api+json' -d '${body}'`

/** All exports of the person, with their progress. */
export function Page() {
  const say = useWords({ en, fr })
  const { language } = useLanguage()
  const columns = useMemo(() => columnsOf(say, language), [say, language])
  return (
    <>
      <PageHead title={say.title} about={say.about} />
      <ResourceList
        type="exports"
        label={say.list}
        columns={columns}
        empty={
          <EmptyState title={say.empty.title} action={<CopyField value={command} what={say.empty.command} />}>
            {say.empty.text}
          </EmptyState>
        }
      />
    </>
  )
}
