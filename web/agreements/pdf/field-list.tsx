import { Text, Title } from '@mantine/core'
import type { agreement } from '../../texts/en/agreement.ts'
import type { pdf } from '../../texts/en/pdf.ts'
import type { Draft, Field } from '../agreement/draft.ts'
import { Fault } from '../agreement/fault.tsx'
import { FieldRow } from '../agreement/fields.tsx'
import css from './pdf.module.css'
import { PlaceInputs } from './place-inputs.tsx'
import { inReadingOrder, type Spot } from './spots.ts'
import type { Work } from './use-work.ts'

type Props = {
  say: typeof pdf
  words: typeof agreement
  draft: Draft
  spots: readonly Spot[]
  /** The words in braces on the pages that name fields. */
  named: ReadonlySet<string>
  pages: number
  work: Work
  faults: Record<string, string>
  isReadOnly: boolean
  onRemove(index: number): void
}

/** All fields in reading order. The chosen field shows its type and, in numbers, its place. */
export function FieldList({ say, words, draft, spots, named, pages, work, faults, isReadOnly, onRemove }: Props) {
  return (
    <section aria-label={words.fields.title}>
      <Title order={2} size="h5">
        {say.fields(draft.fields.length)}
      </Title>
      <Fault of={faults['']} />
      <ol className={css.list}>
        {inReadingOrder(draft.fields, spots).map(({ index, page }) => {
          const field = draft.fields[index]
          if (!field) return null
          return (
            <Entry
              key={index}
              {...{ say, words, draft, named, pages, work, faults, isReadOnly, index, field, page }}
              spot={spots.find((one) => one.index === index && one.isFirst)}
              onRemove={() => onRemove(index)}
            />
          )
        })}
      </ol>
    </section>
  )
}

type EntryProps = Omit<Props, 'spots' | 'onRemove'> & {
  index: number
  field: Field
  /** The page of the field, or null. */
  page: number | null
  spot: Spot | undefined
  onRemove(): void
}

function Entry(props: EntryProps) {
  const { say, words, draft, named, pages, work, faults, isReadOnly, index, field, page, spot, onRemove } = props
  const { signerRoles } = draft
  const at = signerRoles.findIndex(({ key }) => key === field.role)
  const isChosen = work.chosen === index
  return (
    <li className={css.entry} data-is-chosen={isChosen || undefined}>
      <button
        type="button"
        className={css.choose}
        aria-expanded={isChosen}
        onClick={() => work.choose(isChosen ? null : index)}
      >
        <span className={css.dot} data-colour={at % 8} />
        <span className={css.words}>
          <b>{field.label || field.key}</b>
          <span>
            {signerRoles[at]?.name ?? field.role} · {words.fields.types[field.type]} ·{' '}
            {page === null ? say.below : say.onPage(page)}
          </span>
        </span>
      </button>
      {faultsOf(faults, index).map((fault) => (
        <Text key={fault} size="xs" c="red">
          {fault}
        </Text>
      ))}
      {isChosen && (
        <fieldset className={css.details} disabled={isReadOnly}>
          <PlaceInputs
            {...{ say, index, spot, pages, work }}
            hasWords={named.has(field.key)}
            faultOf={(name) => faults[`/${index}/${name}`]}
          />
          <FieldRow
            say={words.fields}
            {...{ field, index, faults, onRemove }}
            fields={draft.fields}
            roles={signerRoles.filter(({ kind }) => kind !== 'copy')}
            isUsed
            onChange={(changed) => work.change(index, changed)}
          />
        </fieldset>
      )}
    </li>
  )
}

/** The faults of a field, each once. */
function faultsOf(faults: Record<string, string>, index: number): string[] {
  const found = Object.entries(faults).filter(([path]) => path === `/${index}` || path.startsWith(`/${index}/`))
  return [...new Set(found.map(([, detail]) => detail))]
}
