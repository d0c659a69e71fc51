import { Button, CloseButton, Input, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useWords } from '../../app/language.tsx'
import { webhooks as en } from '../../texts/en/webhooks.ts'
import { webhooks as fr } from '../../texts/fr/webhooks.ts'
import css from './form.module.css'
import type { HeaderRow, Values } from './values.ts'

/** The added headers. The value of a stored header stays until the person types another one. */
export function HeaderFields({ form }: { form: UseFormReturnType<Values> }) {
  const say = useWords({ en, fr }).form
  const rows = form.values.customHeaders
  const set = (index: number, changes: Partial<HeaderRow>) =>
    form.setFieldValue(
      'customHeaders',
      rows.map((row, at) => (at === index ? { ...row, ...changes } : row)),
    )
  return (
    <Input.Wrapper
      mt="md"
      label={say.headers}
      labelElement="div"
      description={say.headersHint}
      error={form.errors.customHeaders}
    >
      <div className={css.rows}>
        {rows.map(({ name, value, isKept }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name that lasts while it is typed.
          <div className={css.row} key={index}>
            <TextInput
              aria-label={say.headerName(index + 1)}
              placeholder="X-Api-Key"
              value={name}
              readOnly={isKept}
              onChange={(event) => set(index, { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={say.headerValue(index + 1)}
              placeholder={isKept ? say.headerKept : ''}
              autoComplete="off"
              value={value}
              onChange={(event) => set(index, { value: event.currentTarget.value, isKept: false })}
            />
            <CloseButton
              size="lg"
              aria-label={say.removeHeader(name)}
              onClick={() => form.setFieldValue('customHeaders', rows.toSpliced(index, 1))}
            />
          </div>
        ))}
      </div>
      <Button
        mt="xs"
        variant="default"
        size="compact-sm"
        disabled={rows.length >= 20}
        onClick={() => form.setFieldValue('customHeaders', [...rows, { name: '', value: '', isKept: false }])}
      >
        {say.addHeader}
      </Button>
    </Input.Wrapper>
  )
}
