import { Checkbox, TextInput } from '@mantine/core'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import type { Field } from './draft.ts'

type Props = {
  say: (typeof agreement)['fields']
  field: Field
  faultOf(name: string): string | undefined
  onChange(field: Field): void
}

/** The value of a field that the sender fills in. */
export function FieldSender({ say, field, faultOf, onChange }: Props) {
  const { prefill, fixed, ...rest } = field
  const set = (words: string, isFixed: boolean) =>
    onChange({ ...rest, ...(words === '' ? {} : { prefill: words }), ...(isFixed ? { fixed: true } : {}) })
  return (
    <details className={css.options} open={prefill !== undefined || fixed === true}>
      <summary>{say.sender}</summary>
      <div className={css.more}>
        <TextInput
          size="xs"
          label={say.prefill}
          placeholder={field.key}
          value={prefill ?? ''}
          error={faultOf('prefill')}
          onChange={({ currentTarget: { value } }) => set(value, fixed ?? false)}
        />
        <Checkbox
          size="xs"
          mt="lg"
          label={say.fixed}
          checked={fixed ?? false}
          error={faultOf('fixed')}
          onChange={({ currentTarget: { checked } }) => set(prefill ?? '', checked)}
        />
      </div>
    </details>
  )
}
