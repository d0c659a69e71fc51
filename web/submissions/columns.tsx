import type { Resource } from '../app/api.ts'
import { useNamed } from '../app/named.ts'
import type { Column } from '../parts/list/index.tsx'
import { BelowName, RowLink } from '../parts/row-link.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { Time } from '../parts/time.tsx'
import type { submissions } from '../texts/en/submissions.ts'
import { tones } from './tones.ts'

/**
 * The columns of the list of submissions. `titles` has the titles of the agreements by id; `names` has the metadata
 * with a column.
 */
export function columnsOf(
  say: typeof submissions,
  titles: ReadonlyMap<string, string>,
  names: readonly string[],
): Column<'submissions'>[] {
  const { people, agreement, status, metadata, begun } = say.columns
  return [
    {
      name: 'people',
      label: people,
      cell: ({ id, attributes }) => <RowLink to={`/submissions/${id}`}>{attributes.people ?? say.nobody}</RowLink>,
    },
    { name: 'agreement', label: agreement, cell: (row) => titles.get(agreementOf(row)) ?? '…' },
    {
      name: 'status',
      label: status,
      sort: 'status',
      width: 9,
      cell: ({ attributes: { status: state } }) => <StatusBadge tone={tones[state]}>{say.statuses[state]}</StatusBadge>,
    },
    ...(names.length === 0
      ? [{ name: 'metadata', label: metadata, cell: ({ attributes }: Row) => <Metadata of={attributes.metadata} /> }]
      : names.map((name) => ({
          name: `metadata ${name}`,
          label: name,
          cell: ({ attributes }: Row) => metadataAt(attributes.metadata, name),
        }))),
    {
      name: 'begun',
      label: begun,
      sort: 'createdAt',
      width: 10,
      cell: ({ attributes }) => <Time at={attributes.createdAt} />,
    },
  ]
}

type Row = Resource<'submissions'>

const metadataAt = (metadata: Row['attributes']['metadata'], name: string) =>
  Object.hasOwn(metadata, name) ? [metadata[name]].flat().join(', ') : '—'

const agreementOf = ({ relationships }: Resource<'submissions'>) => relationships.agreement.data?.id ?? ''

function Metadata({ of: metadata }: { of: Resource<'submissions'>['attributes']['metadata'] }) {
  const named = useNamed()
  const entries = Object.entries(metadata)
  if (entries.length === 0) return '—'
  const [shown, more] = [entries.slice(0, 3), entries.length - 3]
  return (
    <BelowName>
      {shown.map(([name, value]) => named(name, [value].flat().join(', '))).join(' · ')}
      {more > 0 && ` · +${more}`}
    </BelowName>
  )
}
