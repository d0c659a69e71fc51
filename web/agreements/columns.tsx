import { nameLanguage } from '../app/language.tsx'
import type { Column } from '../parts/list/index.tsx'
import { BelowName, RowLink } from '../parts/row-link.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { Time } from '../parts/time.tsx'
import type { agreements } from '../texts/en/agreements.ts'

/** The columns of the list of agreements. `language` is the person's. */
export function columnsOf(say: typeof agreements, language: string): Column<'agreements'>[] {
  const { title, version, changed, verifications, language: written } = say.columns
  return [
    {
      name: 'title',
      label: title,
      sort: 'title',
      cell: ({ id, attributes }) => (
        <>
          <RowLink to={`/agreements/${id}`}>{attributes.title}</RowLink>{' '}
          {attributes.isArchived && <StatusBadge tone="calm">{say.archived}</StatusBadge>}
          {attributes.tags.length > 0 && <BelowName>{attributes.tags.join(' · ')}</BelowName>}
        </>
      ),
    },
    { name: 'version', label: version, sort: 'version', width: 6, cell: ({ attributes }) => attributes.version },
    {
      name: 'language',
      label: written,
      sort: 'language',
      width: 9,
      cell: ({ attributes }) => nameLanguage(attributes.language ?? '', language),
    },
    {
      name: 'verifications',
      label: verifications,
      width: 8,
      cell: ({ attributes: { requiredVerifications: required } }) =>
        required.length === 0 ? say.noVerifications : say.verifications(required.length),
    },
    {
      name: 'changed',
      label: changed,
      sort: 'updatedAt',
      width: 11,
      cell: ({ attributes }) => <Time at={attributes.updatedAt} />,
    },
  ]
}
