import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { parts as en } from '../../texts/en/parts.ts'
import { parts as fr } from '../../texts/fr/parts.ts'
import type { Filter } from './columns.ts'
import css from './list.module.css'
import { PeriodFilter } from './period-filter.tsx'
import type { Words } from './search.ts'

type Props = { filters: readonly Filter[]; words: Words; onChange(changes: Words): void; children?: ReactNode }

/** The filters of a list, from the address. */
export function Filters({ filters, words, onChange, children }: Props) {
  const say = useWords({ en, fr }).list
  const changeSoon = useDebouncedCallback(onChange, 250)
  const [isOpen, setOpen] = useState(false)
  if (filters.length === 0) return null
  const given = filters.filter(({ name }) => words[name])
  const none = Object.fromEntries(filters.map(({ name }) => [name, undefined]))
  return (
    <search className={css.filters} data-open={isOpen} aria-label={say.filters}>
      <Button className={css.fold} variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {given.length === 0 ? say.filters : `${say.filters} (${given.length})`}
      </Button>
      {filters.map(({ name, label, choices, until, any, form }) =>
        until !== undefined ? (
          <PeriodFilter key={name} {...{ name, label, until, words, onChange }} />
        ) : choices ? (
          <NativeSelect
            key={name}
            label={label}
            value={words[name] ?? ''}
            data={[{ value: '', label: any ?? say.any }, ...choices]}
            onChange={(event) => onChange({ [name]: event.currentTarget.value || undefined })}
          />
        ) : (
          <TextInput
            // A field that is cleared from outside becomes a new field.
            key={`${name} ${words[name] === undefined}`}
            label={label}
            type="search"
            placeholder={form ?? ''}
            defaultValue={words[name] ?? ''}
            onChange={(event) => changeSoon({ [name]: event.currentTarget.value || undefined })}
          />
        ),
      )}
      {children}
      {given.length > 0 && (
        <Button variant="subtle" onClick={() => onChange(none)}>
          {say.clear}
        </Button>
      )}
    </search>
  )
}
