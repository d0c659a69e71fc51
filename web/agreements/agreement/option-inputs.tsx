import { NumberInput, TextInput } from '@mantine/core'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import type { Field } from './draft.ts'

/** The props of the options of every type of field. */
export type OptionProps = {
  say: (typeof agreement)['fields']
  field: Field
  faultOf(name: string): string | undefined
  /** The fault of an option or of one of its values. */
  faultIn(name: string): string | undefined
  onChange(field: Field): void
}

type NumberName = 'maxMegabytes' | 'min' | 'max' | 'minLength' | 'maxLength' | 'decimals'
type WordName = 'min' | 'max' | 'pattern' | 'patternWords'
type InputProps<Name> = Pick<OptionProps, 'field' | 'faultOf' | 'onChange'> & { name: Name; label: string }

/** The folded part of a field with the options of its type. */
export function Options({ say, isOpen = false, children }: OptionsProps) {
  return (
    <details className={css.options} open={isOpen}>
      <summary>{say.options}</summary>
      <div className={css.more}>{children}</div>
    </details>
  )
}

type OptionsProps = Pick<OptionProps, 'say'> & { isOpen?: boolean; children: React.ReactNode }

export function NumberOption({ name, label, field, faultOf, onChange }: InputProps<NumberName>) {
  return (
    <NumberInput
      size="xs"
      w="8rem"
      label={label}
      hideControls
      value={field[name] ?? ''}
      error={faultOf(name)}
      onChange={(value) => onChange(value === '' ? without(field, name) : { ...field, [name]: Number(value) })}
    />
  )
}

/** An option that is a text or a day. */
export function WordOption({ name, label, type, field, faultOf, onChange }: WordProps) {
  return (
    <TextInput
      size="xs"
      {...(type && { type })}
      label={label}
      value={field[name] ?? ''}
      error={faultOf(name)}
      onChange={({ currentTarget: { value } }) =>
        onChange(value === '' ? without(field, name) : { ...field, [name]: value })
      }
    />
  )
}

type WordProps = InputProps<WordName> & { type?: 'date' }

// An empty member is omitted, because the API accepts none.
function without(field: Field, name: NumberName | WordName): Field {
  const { [name]: _, ...rest } = field
  return rest
}
