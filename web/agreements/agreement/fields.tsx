import { Button, Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import { Card } from './card.tsx'
import type { Field, Role } from './draft.ts'
import { FieldCondition } from './field-condition.tsx'
import { FieldOptions } from './field-options.tsx'
import { FieldSender } from './field-sender.tsx'
import { changeType, fieldTypes, isNamed, newField, notBySender } from './new-field.ts'

type Props = {
  say: typeof agreement
  fields: readonly Field[]
  roles: readonly Role[]
  source: string
  faults: Record<string, string>
  onChange(fields: Field[]): void
  onInsert(key: string): void
}

/** The fields of the text, each with its label and options. */
export function Fields({ say: { fields: say }, fields, roles, source, faults, onChange, onInsert }: Props) {
  const change = (index: number, field: Field) => onChange(fields.map((one, at) => (at === index ? field : one)))
  return (
    <Card title={say.title} about={say.about} fault={faults['']}>
      {fields.map((field, index) => (
        <FieldRow
          // The place identifies a field here, because its key may be edited.
          // biome-ignore lint/suspicious/noArrayIndexKey: the order changes only when one is removed.
          key={index}
          {...{ say, field, fields, roles, faults, index, onInsert }}
          isUsed={isNamed(source, field)}
          onChange={(changed) => change(index, changed)}
          onRemove={() => onChange(fields.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        variant="default"
        size="xs"
        mt="sm"
        onClick={() => onChange([...fields, newField(fields, roles[0]?.key ?? 'signer')])}
      >
        {say.add}
      </Button>
    </Card>
  )
}

type RowProps = {
  say: (typeof agreement)['fields']
  field: Field
  fields: readonly Field[]
  roles: readonly Role[]
  index: number
  isUsed: boolean
  faults: Record<string, string>
  onChange(field: Field): void
  onRemove(): void
  /** Omitted if there is no text to insert it into. */
  onInsert?: ((key: string) => void) | undefined
}

/** One field: its word, label, type and options. */
export function FieldRow({ say, field, fields, roles, index, isUsed, faults, onChange, onRemove, onInsert }: RowProps) {
  const faultOf = (name: string) => faults[`/${index}/${name}`]
  const faultIn = (name: string) =>
    faultOf(name) ?? Object.entries(faults).find(([path]) => path.startsWith(`/${index}/${name}/`))?.[1]
  const types = fieldTypes.map((value) => ({ value, label: say.types[value] }))
  return (
    <fieldset className={css.field} aria-label={field.label || field.key}>
      <TextInput
        size="xs"
        label={say.key}
        value={field.key}
        error={faultOf('key')}
        onChange={({ currentTarget: { value } }) => onChange({ ...field, key: value })}
      />
      <TextInput
        size="xs"
        label={say.label}
        value={field.label}
        error={faultOf('label')}
        onChange={({ currentTarget: { value } }) => onChange({ ...field, label: value })}
      />
      <NativeSelect
        size="xs"
        label={say.type}
        data={types}
        value={field.type}
        error={faultOf('type')}
        onChange={({ currentTarget: { value } }) => onChange(changeType(field, value))}
      />
      <FieldFoot {...{ say, field, roles, isUsed, faultOf, onChange, onRemove, onInsert }} />
      <FieldOptions {...{ say, field, onChange, faultOf, faultIn }} />
      {!notBySender.includes(field.type) && <FieldSender {...{ say, field, onChange, faultOf }} />}
      {field.type !== 'signature' && <FieldCondition {...{ say, field, fields, onChange, faultOf }} />}
    </fieldset>
  )
}

type FootProps = Pick<RowProps, 'say' | 'field' | 'roles' | 'isUsed' | 'onChange' | 'onRemove' | 'onInsert'> & {
  faultOf(name: string): string | undefined
}

/** The role of a field, whether it is required, and its buttons. */
function FieldFoot({ say, field, roles, isUsed, faultOf, onChange, onRemove, onInsert }: FootProps) {
  return (
    <div className={css.fieldFoot}>
      {roles.length > 1 && (
        <NativeSelect
          size="xs"
          label={say.role}
          data={roles.map(({ key, name }) => ({ value: key, label: name || key }))}
          value={field.role}
          error={faultOf('role')}
          onChange={({ currentTarget: { value } }) => onChange({ ...field, role: value })}
        />
      )}
      <Checkbox
        size="xs"
        label={say.required}
        checked={field.required}
        disabled={field.type === 'signature'}
        error={faultOf('required')}
        onChange={({ currentTarget: { checked } }) => onChange({ ...field, required: checked })}
      />
      {!isUsed && (
        <Text size="xs" c="dimmed">
          {say.unused}
        </Text>
      )}
      <Group gap="xs" ml="auto">
        {onInsert && (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={say.insert(field.label)}
            onClick={() => onInsert(field.key)}
          >
            {say.insertShort}
          </Button>
        )}
        <Button variant="subtle" size="compact-xs" color="red" aria-label={say.remove(field.label)} onClick={onRemove}>
          ✕
        </Button>
      </Group>
    </div>
  )
}
