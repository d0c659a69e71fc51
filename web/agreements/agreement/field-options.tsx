import { Checkbox, Group, NativeSelect, Textarea } from '@mantine/core'
import type { Field } from './draft.ts'
import { NumberOption, type OptionProps, Options, WordOption } from './option-inputs.tsx'

type FileType = NonNullable<Field['accept']>[number]

const optionsOf: { [Type in Field['type']]?: (props: OptionProps) => React.ReactNode } = {
  text: textOptions,
  file: fileOptions,
  number: numberOptions,
  date: dateOptions,
  choice: choiceOptions,
}

/** The options that only some types of fields have. */
export function FieldOptions(props: OptionProps) {
  // Called, not made a component: the options of a field stay open when its type changes.
  return optionsOf[props.field.type]?.(props) ?? null
}

function textOptions(props: OptionProps) {
  const { say, field, faultOf, onChange } = props
  return (
    <Options say={say}>
      <NumberOption {...props} name="minLength" label={say.minLength} />
      <NumberOption {...props} name="maxLength" label={say.maxLength} />
      <WordOption {...props} name="pattern" label={say.pattern} />
      <WordOption {...props} name="patternWords" label={say.patternWords} />
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
}

function fileOptions(props: OptionProps) {
  const { say, field, faultIn, onChange } = props
  return (
    <Options say={say} isOpen={faultIn('accept') !== undefined}>
      <NumberOption {...props} name="maxMegabytes" label={say.megabytes} />
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
}

function numberOptions(props: OptionProps) {
  const { say } = props
  return (
    <Options say={say}>
      <NumberOption {...props} name="min" label={say.min} />
      <NumberOption {...props} name="max" label={say.max} />
      <NumberOption {...props} name="decimals" label={say.decimals} />
    </Options>
  )
}

function dateOptions(props: OptionProps) {
  const { say } = props
  return (
    <Options say={say}>
      <WordOption {...props} type="date" name="min" label={say.first} />
      <WordOption {...props} type="date" name="max" label={say.last} />
    </Options>
  )
}

function choiceOptions({ say, field, faultOf, faultIn, onChange }: OptionProps) {
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

const fileTypes: readonly FileType[] = ['pdf', 'jpeg', 'png', 'webp', 'heic']
const usualFileTypes: readonly FileType[] = ['pdf', 'jpeg', 'png']

/**
 * The field with its accepted types of files. The usual types are omitted, because the API uses them by default. The
 * last type stays, because a field accepts at least one.
 */
export function withAccepted({ accept: known, ...field }: Field, words: readonly string[]): Field {
  const accept = fileTypes.filter((type) => words.includes(type))
  if (accept.length === 0) return { ...field, ...(known && { accept: known }) }
  return accept.join() === usualFileTypes.join() ? field : { ...field, accept }
}
