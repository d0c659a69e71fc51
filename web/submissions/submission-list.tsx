import { useMemo } from 'react'
import { useWords } from '../app/language.tsx'
import { type Filter, ResourceList } from '../parts/list/index.tsx'
import { submissions as en } from '../texts/en/submissions.ts'
import { submissions as fr } from '../texts/fr/submissions.ts'
import { columnsOf } from './columns.tsx'
import { useTitles } from './titles.ts'

type Props = { agreementId?: string; empty: React.ReactNode }

/** Submissions, of one agreement or of all. */
export function SubmissionList({ agreementId, empty }: Props) {
  const say = useWords({ en, fr })
  const titles = useTitles()
  const columns = useMemo(
    () => columnsOf(say, titles).filter(({ name }) => agreementId === undefined || name !== 'agreement'),
    [say, titles, agreementId],
  )
  const query = useMemo(() => (agreementId === undefined ? {} : { filter: { agreement: agreementId } }), [agreementId])
  const statuses = Object.entries(say.statuses).map(([value, label]) => ({ value, label }))
  const agreements = [...titles].map(([value, label]) => ({ value, label }))
  const filters: Filter[] = [
    { name: 'people', label: say.search },
    { name: 'status', label: say.columns.status, choices: statuses },
    ...(agreementId === undefined ? [{ name: 'agreement', label: say.columns.agreement, choices: agreements }] : []),
  ]
  return (
    <ResourceList type="submissions" label={say.list} columns={columns} filters={filters} query={query} empty={empty} />
  )
}
