import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useMemo } from 'react'
import { useWords } from '../app/language.tsx'
import { askMetadata, type Filter, ResourceList } from '../parts/list/index.tsx'
import { useAddressWords } from '../parts/list/search.ts'
import { submissions as en } from '../texts/en/submissions.ts'
import { submissions as fr } from '../texts/fr/submissions.ts'
import { columnsOf } from './columns.tsx'
import { useTitles } from './titles.ts'

const namesOf = (asked: string) =>
  asked
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, 6)

type Props = { agreementId?: string; empty: React.ReactNode }

/** Submissions, of one agreement or of all. */
export function SubmissionList({ agreementId, empty }: Props) {
  const say = useWords({ en, fr })
  const titles = useTitles()
  const [{ columns: asked = '' }, change] = useAddressWords()
  const changeSoon = useDebouncedCallback(change, 300)
  const columns = useMemo(
    () =>
      columnsOf(say, titles, namesOf(asked)).filter(({ name }) => agreementId === undefined || name !== 'agreement'),
    [say, titles, agreementId, asked],
  )
  const query = useMemo(() => (agreementId === undefined ? {} : { filter: { agreement: agreementId } }), [agreementId])
  const statuses = Object.entries(say.statuses).map(([value, label]) => ({ value, label }))
  const agreements = [...titles].map(([value, label]) => ({ value, label }))
  const filters: Filter[] = [
    { name: 'people', label: say.search },
    { name: 'status', label: say.columns.status, choices: statuses },
    { name: 'metadata', label: say.columns.metadata, form: say.metadataForm, ask: askMetadata },
    ...(agreementId === undefined ? [{ name: 'agreement', label: say.columns.agreement, choices: agreements }] : []),
  ]
  return (
    <ResourceList
      type="submissions"
      label={say.list}
      columns={columns}
      filters={filters}
      query={query}
      isExported
      tools={
        <TextInput
          label={say.metadataColumns}
          placeholder={say.metadataColumnsHint}
          defaultValue={asked}
          onChange={({ currentTarget: { value } }) => changeSoon({ columns: value || undefined })}
        />
      }
      empty={empty}
    />
  )
}
