import { Text, Title } from '@mantine/core'
import type { agreement } from '../../texts/en/agreement.ts'
import type { pdf } from '../../texts/en/pdf.ts'
import type { Draft } from '../agreement/draft.ts'
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

/** All fields in the order in which they are read. The chosen one shows what it is and where it stands, in numbers. */
export function FieldList({ say, words, draft, spots, named, pages, work, faults, isReadOnly, onRemove }: Props) {
  const { fields, signerRoles } = draft
  return (
    <section aria-label={words.fields.title}>
      <Title order={2} size="h5">
        {say.fields(fields.length)}
      </Title>
      <Fault of={faults['']} />
      <ol className={css.list}>
        {inReadingOrder(fields, spots).map(({ index, page }) => {
          const field = fields[index]
          if (!field) return null
          const at = signerRoles.findIndex(({ key }) => key === field.role)
          const isChosen = work.chosen === index
          const spot = spots.find((one) => one.index === index && one.isFirst)
          const own = faultsOf(faults, index)
          return (
            <li key={index} className={css.entry} data-is-chosen={isChosen || undefined}>
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
              {own.map((fault) => (
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
                    {...{ field, fields, index, faults }}
                    roles={signerRoles.filter(({ kind }) => kind !== 'copy')}
                    isUsed
                    onChange={(changed) => work.change(index, changed)}
                    onRemove={() => onRemove(index)}
                  />
                </fieldset>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** The faults of a field, each once. */
function faultsOf(faults: Record<string, string>, index: number): string[] {
  const found = Object.entries(faults).filter(([path]) => path === `/${index}` || path.startsWith(`/${index}/`))
  return [...new Set(found.map(([, detail]) => detail))]
}
