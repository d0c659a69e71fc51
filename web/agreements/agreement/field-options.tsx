import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import type { Field } from './draft.ts'

type Props = {
  say: (typeof agreement)['fields']
  field: Field
  faultOf(name: string): string | undefined
  onChange(field: Field): void
}
type NumberName = 'maxMegabytes' | 'min' | 'max' | 'minLength' | 'maxLength' | 'decimals'
type WordName = 'pattern' | 'patternWords'

/** The options that only some types of fields have. */
export function FieldOptions({ say, field, faultOf, onChange }: Props) {
  const number = (name: NumberName, label: string) => (
    <NumberInput
      key={name}
      size="xs"
      w="8rem"
      label={label}
      hideControls
      value={field[name] ?? ''}
      error={faultOf(name)}
      onChange={(value) => onChange(withNumber(field, name, value))}
    />
  )
  const day = (name: 'min' | 'max', label: string) => (
    <TextInput
      size="xs"
      type="date"
      label={label}
      value={field[name] ?? ''}
      error={faultOf(name)}
      onChange={({ currentTarget: { value } }) =>
        onChange(value === '' ? without(field, name) : { ...field, [name]: value })
      }
    />
  )
  const words = (name: WordName, label: string) => (
    <TextInput
      size="xs"
      label={label}
      value={field[name] ?? ''}
      error={faultOf(name)}
      onChange={({ currentTarget: { value } }) =>
        onChange(value === '' ? without(field, name) : { ...field, [name]: value })
      }
    />
  )
  if (field.type === 'text')
    return (
      <Options say={say}>
        {number('minLength', say.minLength)}
        {number('maxLength', say.maxLength)}
        {words('pattern', say.pattern)}
        {words('patternWords', say.patternWords)}
        <Checkbox
          size="xs"
          mt="lg"
          label={say.multiline}
          checked={field.multiline ?? false}
          onChange={({ currentTarget: { checked } }) => onChange({ ...field, multiline: checked })}
        />
      </Options>
    )
  if (field.type === 'file') return <Options say={say}>{number('maxMegabytes', say.megabytes)}</Options>
  if (field.type === 'number')
    return (
      <Options say={say}>
        {number('min', say.min)}
        {number('max', say.max)}
        {number('decimals', say.decimals)}
      </Options>
    )
  if (field.type === 'date')
    return (
      <Options say={say}>
        {day('min', say.first)}
        {day('max', say.last)}
      </Options>
    )
  if (field.type !== 'choice') return null
  return (
    <Options say={say} isOpen>
      <Textarea
        size="xs"
        autosize={false}
        rows={3}
        label={say.choices}
        value={(field.choices ?? []).join('\n')}
        error={faultOf('choices')}
        onChange={({ currentTarget: { value } }) => onChange({ ...field, choices: value.split('\n') })}
      />
      <NativeSelect
        size="xs"
        label={say.display}
        value={field.display ?? 'radio'}
        data={[
          { value: 'radio', label: say.displays.radio },
          { value: 'dropdown', label: say.displays.dropdown },
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...field, display: value === 'dropdown' ? 'dropdown' : 'radio' })
        }
      />
    </Options>
  )
}

function Options({
  say,
  isOpen = false,
  children,
}: {
  say: Props['say']
  isOpen?: boolean
  children: React.ReactNode
}) {
  return (
    <details className={css.options} open={isOpen}>
      <summary>{say.options}</summary>
      <div className={css.more}>{children}</div>
    </details>
  )
}

function withNumber(field: Field, name: NumberName, value: string | number): Field {
  return value === '' ? without(field, name) : { ...field, [name]: Number(value) }
}

// An empty member is left out, because the API takes none.
function without(field: Field, name: NumberName | WordName): Field {
  const { [name]: _, ...rest } = field
  return rest
}
