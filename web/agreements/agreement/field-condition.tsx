import { NativeSelect, TextInput } from '@mantine/core'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import type { Field } from './draft.ts'
import { automaticTypes } from './new-field.ts'

type Condition = NonNullable<Field['showIf']>
type How = 'equals' | 'notEquals' | 'filled' | 'empty'

type Props = {
  say: (typeof agreement)['fields']
  field: Field
  fields: readonly Field[]
  faultOf(name: string): string | undefined
  onChange(field: Field): void
}

/** The condition for showing a field: the value of another field. */
export function FieldCondition({ say, field, fields, faultOf, onChange }: Props) {
  const { showIf, ...always } = field
  const others = fields.filter(
    ({ key, type }) => key !== field.key && type !== 'signature' && !automaticTypes.includes(type),
  )
  const known = others.map(({ key, label }) => ({ value: key, label: label || key }))
  // The name of a removed or renamed field stays here, so that the person can see the fault and correct it.
  const stranger = showIf && !known.some(({ value }) => value === showIf.field)
  const named = stranger ? [...known, { value: showIf.field, label: showIf.field }] : known
  const set = (condition: Condition) => onChange({ ...always, showIf: condition })
  const other = others.find(({ key }) => key === showIf?.field)
  const how = showIf ? howOf(showIf) : 'equals'
  return (
    <details className={css.options} open={showIf !== undefined}>
      <summary>{say.condition}</summary>
      <div className={css.more}>
        <NativeSelect
          size="xs"
          label={say.dependsOn}
          data={[{ value: '', label: say.always }, ...named]}
          value={showIf?.field ?? ''}
          error={faultOf('showIf/field') ?? faultOf('showIf')}
          onChange={({ currentTarget: { value } }) => (value === '' ? onChange(always) : set(suggest(value, others)))}
        />
        {showIf && (
          <NativeSelect
            size="xs"
            label={say.how}
            data={hows(other).map((value) => ({ value, label: say.hows[value] }))}
            value={how}
            onChange={({ currentTarget: { value } }) => set(conditionOf(showIf.field, value, answerOf(showIf)))}
          />
        )}
        {showIf && (how === 'equals' || how === 'notEquals') && (
          <TextInput
            size="xs"
            label={say.answer}
            value={answerOf(showIf)}
            error={faultOf(`showIf/${how}`)}
            onChange={({ currentTarget: { value } }) => set(conditionOf(showIf.field, how, value))}
          />
        )}
      </div>
    </details>
  )
}

function suggest(key: string, others: readonly Field[]): Condition {
  const other = others.find((one) => one.key === key)
  const answer = other?.type === 'checkbox' ? 'true' : other?.choices?.[0]
  return answer === undefined ? { field: key, filled: true } : { field: key, equals: answer }
}

/** For initials and files, a condition can only check whether they are there. */
function hows(other: Field | undefined): How[] {
  return other?.type === 'initials' || other?.type === 'file'
    ? ['filled', 'empty']
    : ['equals', 'notEquals', 'filled', 'empty']
}

function howOf({ equals, notEquals, filled }: Condition): How {
  if (equals !== undefined) return 'equals'
  if (notEquals !== undefined) return 'notEquals'
  return filled === false ? 'empty' : 'filled'
}

function answerOf({ equals, notEquals }: Condition): string {
  return String(equals ?? notEquals ?? '')
}

function conditionOf(field: string, how: string, answer: string): Condition {
  if (how === 'equals') return { field, equals: answer }
  if (how === 'notEquals') return { field, notEquals: answer }
  return { field, filled: how === 'filled' }
}
