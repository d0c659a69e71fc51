import { TextInput } from '@mantine/core'
import { periodOf, readPeriod } from './period.ts'
import type { Words } from './search.ts'

type Props = { name: string; label: string; until: string; words: Words; onChange(changes: Words): void }

/** A period whose ends may be open. The address and the API have it as `from..before`. */
export function PeriodFilter({ name, label, until, words, onChange }: Props) {
  const period = readPeriod(words[name])
  const set = (changes: Partial<typeof period>) => onChange({ [name]: periodOf({ ...period, ...changes }) })
  return (
    <>
      <TextInput
        type="datetime-local"
        label={label}
        value={period.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={until}
        value={period.before}
        onChange={(event) => set({ before: event.currentTarget.value })}
      />
    </>
  )
}
