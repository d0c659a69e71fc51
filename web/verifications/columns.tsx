import { askMetadata, type Column, type Filter } from '../parts/list/index.tsx'
import { BelowName, RowLink } from '../parts/row-link.tsx'
import { Time } from '../parts/time.tsx'
import { nameOf, ResultBadge, type Verification, type Words } from './words.tsx'

/** The columns of the list of verifications. */
export function columnsOf(say: Words): Column<'verifications'>[] {
  const { kind, status, result, changed, ordered } = say.columns
  return [
    { name: 'kind', label: kind, sort: 'kind', cell: (one) => <Name of={one} say={say} /> },
    { name: 'status', label: status, sort: 'status', width: 8, cell: (one) => say.statuses[one.attributes.status] },
    { name: 'result', label: result, sort: 'result', width: 15, cell: (one) => <ResultBadge of={one} say={say} /> },
    {
      name: 'changed',
      label: changed,
      sort: 'lastStatusAt',
      width: 11,
      cell: (one) => <Time at={one.attributes.lastStatusAt} />,
    },
    {
      name: 'ordered',
      label: ordered,
      sort: 'createdAt',
      width: 11,
      cell: (one) => <Time at={one.attributes.createdAt} />,
    },
  ]
}

function Name({ of: one, say }: { of: Verification; say: Words }) {
  return (
    <>
      <RowLink to={`/verifications/${one.id}`}>{nameOf(one.attributes, say)}</RowLink>
      <BelowName title={one.id}>
        {one.id}
        {one.attributes.isSimulated && ` · ${say.simulated}`}
      </BelowName>
    </>
  )
}

/** The filters of the list. */
export function filtersOf(say: Words): Filter[] {
  const { anyKind, filters } = say
  return [
    { name: 'search', label: filters.search },
    { name: 'kind', label: say.columns.kind, choices: choicesOf(say.kinds) },
    { name: 'status', label: say.columns.status, choices: choicesOf(say.statuses) },
    { name: 'result', label: say.columns.result, choices: choicesOf({ ...anyKind, pending: say.pending }) },
    { name: 'awaitsReview', label: filters.awaits, choices: [{ value: 'true', label: filters.waiting }] },
    { name: 'metadata', label: filters.metadata, form: filters.metadataForm, ask: askMetadata },
    { name: 'createdAt', label: filters.since, until: filters.before },
  ]
}

function choicesOf(words: Record<string, string>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
