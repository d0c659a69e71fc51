import { Button, Text } from '@mantine/core'
import { useMemo } from 'react'
import type { Type } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useSession } from '../../app/session.ts'
import { parts as en } from '../../texts/en/parts.ts'
import { parts as fr } from '../../texts/fr/parts.ts'
import { ErrorNote } from '../error-note.tsx'
import { Waiting } from '../waiting.tsx'
import type { ListProps } from './columns.ts'
import { ExportList } from './export.tsx'
import { Filters } from './filters.tsx'
import css from './list.module.css'
import { useListPages } from './pages.ts'
import { firstPageOf, queryOf } from './query.ts'
import { useAddressWords } from './search.ts'
import { ListTable } from './table.tsx'
import { Views } from './views.tsx'

export type { Column, Filter } from './columns.ts'
export { prefetchList } from './pages.ts'
export { askMetadata } from './query.ts'

/** A list of resources. The address has its sort, its filters and its first page. */
export function ResourceList<T extends Type>({
  type,
  label,
  columns,
  filters = [],
  query,
  tools,
  isExported = false,
  empty,
  below,
}: ListProps<T>) {
  // Views and exports belong to the person, but the organization keeps them.
  const maySave = useSession().may('organization:read')
  const [words, change] = useAddressWords()
  const given = filters.some(({ name }) => words[name])
  const asked = useMemo(() => queryOf<T>(words, filters, query), [words, filters, query])
  const { filter = {}, sort = [] } = asked
  const exported = sort.length === 0 ? { filter } : { filter, sort }
  const firstPage = firstPageOf(words)
  const list = useListPages(type, asked, firstPage)
  if (list.isPending) return <Waiting />
  if (list.isError && !given) return <ErrorNote error={list.error} again={() => void list.refetch()} />
  if (list.rows.length === 0 && !given && !list.isPlaceholderData && firstPage === 1)
    return (
      <>
        {empty}
        {below}
      </>
    )
  return (
    <>
      <Filters filters={filters} words={words} onChange={(changes) => change({ ...changes, page: undefined })}>
        {tools}
        {maySave && <Views />}
        {maySave && isExported && <ExportList type={type} query={exported} />}
      </Filters>
      {/* The filters may be the fault, so they stay for correction. */}
      <ErrorNote error={list.error} again={() => void list.refetch()} />
      <Count of={list} />
      <ListTable
        label={label}
        columns={columns}
        rows={list.rows}
        total={list.total}
        sort={words.sort}
        onSort={(sort) => change({ sort, page: undefined })}
        onEnd={() => {
          if (list.hasNextPage && !list.isFetching) void list.fetchNextPage()
        }}
      />
      {below}
    </>
  )
}

/** The number of rows, and the link to the rows before the first shown one. */
function Count({ of: list }: { of: Pages }) {
  const say = useWords({ en, fr }).list
  return (
    <>
      <Text size="sm" c="dimmed" className={css.count} role="status">
        {list.rows.length === 0 ? say.nothingFits : say.count(list.rows.length, list.total)}
        {list.isPlaceholderData && ' …'}
      </Text>
      {list.hasPreviousPage && (
        <Button variant="default" size="xs" mb="xs" onClick={() => void list.fetchPreviousPage()}>
          {say.earlier}
        </Button>
      )}
    </>
  )
}

type Pages = Pick<
  ReturnType<typeof useListPages>,
  'rows' | 'total' | 'isPlaceholderData' | 'hasPreviousPage' | 'fetchPreviousPage'
>
