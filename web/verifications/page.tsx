import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useMemo } from 'react'
import { useResource } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import type { Prefetch } from '../app/pages.ts'
import { useSession } from '../app/session.ts'
import { CopyField } from '../parts/copy-field.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { prefetchList, ResourceList } from '../parts/list/index.tsx'
import { useAddressWords } from '../parts/list/search.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { verifications as en } from '../texts/en/verifications.ts'
import { verifications as fr } from '../texts/fr/verifications.ts'
import { columnsOf, filtersOf } from './columns.tsx'
import { orderCommand } from './order-command.ts'
import type { Words } from './words.tsx'

const Charts = lazy(() => import('../statistics/spans.tsx'))

// Scans appear with the check that contains them. The request omits the attributes that the list does not show.
const shown = [
  'kind',
  'tier',
  'subtype',
  'status',
  'result',
  'awaitsReview',
  'isSimulated',
  'lastStatusAt',
  'createdAt',
]
const query = { filter: { isScan: false }, fields: { verifications: shown } }

export const prefetch: Prefetch = (words) => prefetchList('verifications', words, filtersOf(en), query)

/** The checks of the organization. */
export function Page() {
  const say = useWords({ en, fr })
  const [{ charts }] = useAddressWords()
  const columns = useMemo(() => columnsOf(say), [say])
  const filters = useMemo(() => filtersOf(say), [say])
  return (
    <>
      <PageHead title={say.title} about={say.about} actions={<Actions say={say} />} />
      <Suspense fallback={<Waiting label={say.showCharts} />}>{charts !== undefined && <Charts />}</Suspense>
      <ResourceList
        type="verifications"
        label={say.list}
        columns={columns}
        filters={filters}
        query={query}
        isExported
        empty={<Empty say={say} />}
      />
    </>
  )
}

function Actions({ say }: { say: Words }) {
  const [{ charts }, change] = useAddressWords()
  const maySee = useSession().may('organization:read')
  const waiting = useResource('open-tasks', 'reviews', {}, maySee).data?.data.attributes.count ?? 0
  return (
    <>
      <Button
        variant="default"
        aria-expanded={charts !== undefined}
        onClick={() => change({ charts: charts === undefined ? '30-days' : undefined })}
      >
        {charts === undefined ? say.showCharts : say.hideCharts}
      </Button>
      <Button
        variant={waiting > 0 ? 'filled' : 'default'}
        renderRoot={(props) => <Link to="/verifications/review" {...props} />}
      >
        {say.openQueue(waiting)}
      </Button>
    </>
  )
}

function Empty({ say }: { say: Words }) {
  return (
    <EmptyState title={say.empty.title} action={<CopyField what={say.empty.command} value={orderCommand()} />}>
      {say.empty.text}
    </EmptyState>
  )
}
