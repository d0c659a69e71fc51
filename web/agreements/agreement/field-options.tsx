import { Checkbox, Group, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import type { Field } from './draft.ts'

type Props = {
  say: (typeof agreement)['fields']
  field: Field
  faultOf(name: string): string | undefined
  /** The fault of an option or of one of its values. */
  faultIn(name: string): string | undefined
  onChange(field: Field): void
}
type FileType = NonNullable<Field['accept']>[number]
type NumberName = 'maxMegabytes' | 'min' | 'max' | 'minLength' | 'maxLength' | 'decimals'
type WordName = 'pattern' | 'patternWords'

/** The options that only some types of fields have. */
export function FieldOptions({ say, field, faultOf, faultIn, onChange }: Props) {
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
          error={faultOf('multiline')}
          onChange={({ currentTarget: { checked } }) => onChange({ ...field, multiline: checked })}
        />
      </Options>
    )
  if (field.type === 'file')
    return (
      <Options say={say} isOpen={faultIn('accept') !== undefined}>
        {number('maxMegabytes', say.megabytes)}
        <Checkbox.Group
          size="xs"
          label={say.accept}
          error={faultIn('accept')}
          value={[...(field.accept ?? usualFileTypes)]}
          onChange={(words) => onChange(withAccepted(field, words))}
        >
          <Group gap="sm" mt={4}>
            {fileTypes.map((type) => (
              <Checkbox
                key={type}
                size="xs"
                value={type}
                label={type.toUpperCase()}
                disabled={withAccepted(field, [type]).accept?.join() === field.accept?.join()}
              />
            ))}
          </Group>
        </Checkbox.Group>
      </Options>
    )
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
        error={faultIn('choices')}
        onChange={({ currentTarget: { value } }) => onChange({ ...field, choices: value.split('\n') })}
      />
      <NativeSelect
        size="xs"
        label={say.display}
        value={field.display ?? 'radio'}
        error={faultOf('display')}
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

const fileTypes: readonly FileType[] = ['pdf', 'jpeg', 'png', 'webp', 'heic']
const usualFileTypes: readonly FileType[] = ['pdf', 'jpeg', 'png']

/**
 * The field with the types of files that are taken. The usual types are left out, because the API means them then.
 * The last type stays, because a field takes at least one.
 */
export function withAccepted({ accept: known, ...field }: Field, words: readonly string[]): Field {
  const accept = fileTypes.filter((type) => words.includes(type))
  if (accept.length === 0) return { ...field, ...(known && { accept: known }) }
  return accept.join() === usualFileTypes.join() ? field : { ...field, accept }
}

// An empty member is left out, because the API takes none.
function without(field: Field, name: NumberName | WordName): Field {
  const { [name]: _, ...rest } = field
  return rest
}
