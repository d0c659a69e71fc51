import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Resource } from '../../app/api.ts'
import type { send } from '../../texts/en/links.ts'
import { notBySender } from '../agreement/new-field.ts'
import css from './links.module.css'

type Field = Resource<'agreements'>['attributes']['fields'][number]

/**
 * The sender's settings for one person: their access, whether they may pass their part on, and values of their fields.
 */
export type Decided = { emailCode: boolean; mayDelegate: boolean; fields: Record<string, string> }

export const undecided: Decided = { emailCode: false, mayDelegate: false, fields: {} }

type Props = {
  say: typeof send
  /** The fields of the role. */
  fields: readonly Field[]
  value: Decided
  faultOf(path: string): string | undefined
  onChange(value: Decided): void
}

/** The settings of a person. They are folded until somebody opens them, because most people need none. */
export function SenderOptions({ say: { options: say }, fields, value, faultOf, onChange }: Props) {
  const [isOpen, setOpen] = useState(false)
  const filled = fields.filter(({ type }) => !notBySender.includes(type))
  const fill = (key: string, text: string) => onChange({ ...value, fields: { ...value.fields, [key]: text } })
  const hasFault = faultOf('access') !== undefined || filled.some(({ key }) => faultOf(`fields/${key}`) !== undefined)
  return (
    <details className={css.options} open={isOpen || hasFault} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say.title}</summary>
      {(isOpen || hasFault) && (
        <>
          <Checkbox
            my="xs"
            label={say.emailCode}
            checked={value.emailCode}
            error={faultOf('access')}
            onChange={({ currentTarget: { checked } }) => onChange({ ...value, emailCode: checked })}
          />
          <Checkbox
            my="xs"
            label={say.mayDelegate}
            checked={value.mayDelegate}
            onChange={({ currentTarget: { checked } }) => onChange({ ...value, mayDelegate: checked })}
          />
          {filled.map((field) => (
            <Prefill
              key={field.key}
              {...{ say, field }}
              value={value.fields[field.key] ?? ''}
              error={faultOf(`fields/${field.key}`)}
              onChange={(text) => fill(field.key, text)}
            />
          ))}
        </>
      )}
    </details>
  )
}

type PrefillProps = {
  say: (typeof send)['options']
  field: Field
  value: string
  error: string | undefined
  onChange(value: string): void
}

/** The value of one field that the sender fills in for a person. If it is empty, the person fills it in. */
export function Prefill({ say, field, value, error, onChange }: PrefillProps) {
  const { type, label, choices = [], fixed, multiline } = field
  const given = { size: 'sm', mt: 'xs', label, error, value, description: fixed ? say.fixed : undefined } as const
  const change = ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value)
  if (type === 'checkbox' || type === 'choice') {
    const known = type === 'choice' ? choices.map((choice) => ({ value: choice, label: choice })) : ticks(say)
    return <NativeSelect {...given} data={[{ value: '', label: say.open }, ...known]} onChange={change} />
  }
  if (multiline) return <Textarea {...given} autosize minRows={2} onChange={change} />
  return <TextInput {...given} type={type === 'date' ? 'date' : 'text'} autoComplete="off" onChange={change} />
}

const ticks = (say: (typeof send)['options']) => [
  { value: 'true', label: say.ticked },
  { value: 'false', label: say.unticked },
]

/** The settings in the form of the API, without empty ones. */
export function optionsOf({ emailCode, mayDelegate, fields }: Decided, known: readonly Field[]) {
  const entries = Object.entries(fields).filter(([, text]) => text !== '')
  return {
    mayDelegate,
    ...(emailCode && { access: { emailCode } }),
    ...(entries.length > 0 && { fields: answersOf(fields, known) }),
  }
}

/** The values of fields in the form of the API, without empty ones. */
export function answersOf(fields: Readonly<Record<string, string>>, known: readonly Field[]) {
  const types = new Map(known.map(({ key, type }) => [key, type]))
  const entries = Object.entries(fields).filter(([, text]) => text !== '')
  return Object.fromEntries(entries.map(([key, text]) => [key, answerOf(types.get(key), text)]))
}

/** Whether there are settings, which need a person. */
export function isDecided({ emailCode, mayDelegate, fields }: Decided): boolean {
  return emailCode || mayDelegate || Object.values(fields).some((text) => text !== '')
}

type Given = {
  access?: { emailCode?: boolean }
  mayDelegate?: boolean
  fields?: Readonly<Record<string, string | number | boolean>>
}

/** The settings in the form of the page. Values of fields that the agreement no longer has are left out. */
export function decidedOf({ access, mayDelegate = false, fields = {} }: Given, known: readonly Field[]): Decided {
  const kept = Object.entries(fields).filter(([key]) => known.some((field) => field.key === key))
  const texts = Object.fromEntries(kept.map(([key, answer]) => [key, String(answer)]))
  return { emailCode: access?.emailCode ?? false, mayDelegate, fields: texts }
}

function answerOf(type: string | undefined, text: string): string | number | boolean {
  if (type === 'checkbox') return text === 'true'
  const number = Number(text)
  return type === 'number' && Number.isFinite(number) ? number : text
}
