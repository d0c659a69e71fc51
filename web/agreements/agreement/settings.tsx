import { NativeSelect, NumberInput, Textarea } from '@mantine/core'
import { nameLanguage, useLanguage } from '../../app/language.tsx'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import type { Agreement, Draft } from './draft.ts'
import { Tags } from './tags.tsx'

const languages = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pl', 'pt', 'uk', 'ru', 'ar', 'he', 'hi', 'ja', 'ko', 'zh']

type Props = {
  say: typeof agreement
  base: Agreement
  draft: Draft
  faults(member: string): Record<string, string>
  onChange(changes: Partial<Draft>): void
}

/** The settings that are rarely changed. */
export function Settings({ say, base, draft, faults, onChange }: Props) {
  const words = say.settings
  const { language } = useLanguage()
  const known = base.attributes.language ?? ''
  const named = languages
    .filter((tag) => tag !== known)
    .map((value) => ({ value, label: nameLanguage(value, language) }))
  const choices = [
    { value: known, label: nameLanguage(known, language) },
    { value: 'detect', label: words.detect },
    ...named,
  ]
  return (
    <details className={css.card}>
      <summary>{words.title}</summary>
      <div className={css.settings}>
        <NativeSelect
          label={words.language}
          value={draft.language ?? 'detect'}
          data={choices}
          error={faults('language')['']}
          onChange={({ currentTarget: { value } }) => onChange({ language: value === 'detect' ? null : value })}
        />
        <Tags say={words} tags={draft.tags ?? []} onChange={(tags) => onChange({ tags })} />
        <NumberInput
          label={words.retention}
          description={words.retentionHint}
          min={1}
          allowDecimal={false}
          hideControls
          value={draft.documentRetentionDays ?? ''}
          error={faults('documentRetentionDays')['']}
          onChange={(value) => onChange({ documentRetentionDays: value === '' ? null : Number(value) })}
        />
        <Textarea
          label={words.metadata}
          description={words.metadataHint}
          rows={2}
          value={(draft.shownMetadata ?? []).join('\n')}
          error={Object.values(faults('shownMetadata'))[0]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ shownMetadata: value === '' ? null : value.split('\n') })
          }
        />
      </div>
    </details>
  )
}
