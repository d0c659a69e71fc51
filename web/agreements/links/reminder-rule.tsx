import { Checkbox, NumberInput } from '@mantine/core'
import type { Resource } from '../../app/api.ts'
import type { links } from '../../texts/en/links.ts'
import css from './links.module.css'

export type Rule = NonNullable<Resource<'agreement-links'>['attributes']['reminders']>

const usual: Rule = { firstAfterDays: 3, everyDays: 7, atMost: 3 }
const bounds = { firstAfterDays: 90, everyDays: 90, atMost: 20 } as const
const names = ['firstAfterDays', 'everyDays', 'atMost'] as const

type Props = {
  say: (typeof links)['signing']
  value: Rule | null
  faultOf(name: string): string | undefined
  onChange(rule: Rule | null): void
}

/** Whether and when the people of a link receive reminders. */
export function ReminderRule({ say, value: rule, faultOf, onChange }: Props) {
  return (
    <>
      <Checkbox
        mt="md"
        label={say.remind}
        checked={rule !== null}
        onChange={({ currentTarget: { checked } }) => onChange(checked ? usual : null)}
      />
      {rule !== null && (
        <div className={css.rule}>
          {names.map((name) => (
            <NumberInput
              key={name}
              label={say.rule[name]}
              suffix={` ${name === 'atMost' ? say.times : say.dayUnit}`}
              min={1}
              max={bounds[name]}
              allowDecimal={false}
              required
              value={rule[name]}
              error={faultOf(name)}
              onChange={(value) => typeof value === 'number' && onChange({ ...rule, [name]: value })}
            />
          ))}
        </div>
      )}
    </>
  )
}
