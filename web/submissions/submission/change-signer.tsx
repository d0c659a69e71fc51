import { Button, Checkbox, Group, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { answersOf, Prefill } from '../../agreements/links/sender-options.tsx'
import { type Resource, useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useApiForm } from '../../parts/api-form.ts'
import { CopyField } from '../../parts/copy-field.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { tell } from '../../parts/tell.ts'
import { send as enSend } from '../../texts/en/links.ts'
import type { submissions } from '../../texts/en/submissions.ts'
import { send as frSend } from '../../texts/fr/links.ts'
import type { Field } from './fields-of.ts'
import { nameOf } from './part.ts'
import css from './submission.module.css'

type Props = {
  say: typeof submissions
  of: Resource<'signers'>
  /** The fields of the role that a sender can fill in. */
  fields: readonly Field[]
  onClose(): void
}

/** Mends a name or an address, or gives the part to somebody else; a new way in by link is shown once. */
export function ChangeSigner({ say: { party: say }, of: signer, fields, onClose }: Props) {
  const { options } = useWords({ en: enSend, fr: frSend })
  const { name, email, delivery, kind, access, mayDelegate } = signer.attributes
  const [way, setWay] = useState<string | null>(null)
  const save = useChange(
    ['signers', 'submissions', 'audit-events', 'verifications'],
    (api, { emailCode, newFields, isCleared, ...given }: typeof initial) => {
      const before = isCleared ? Object.fromEntries(fields.map(({ key }) => [key, ''])) : {}
      const filled = { ...before, ...answersOf(newFields, fields) }
      const acting = { access: { emailCode }, ...(Object.keys(filled).length > 0 && { newFields: filled }) }
      return api.update('signers', signer.id, kind === 'copy' ? given : { ...given, ...acting })
    },
  )
  const initial = {
    ...{ name: name ?? '', email: email ?? '', delivery: delivery ?? ('email' as const) },
    ...{ emailCode: access.emailCode, mayDelegate, isCleared: false },
    newFields: Object.fromEntries(fields.map(({ key }) => [key, ''])),
  }
  const { form, ...sending } = useApiForm(initial, async (given) => {
    const { data } = await save.mutateAsync(given)
    const { signingUrl } = data.attributes
    if (signingUrl) return setWay(signingUrl)
    onClose()
    void tell(say.changed(given.name || given.email))
  })
  if (way !== null)
    return (
      <Dialog opened onClose={onClose} title={say.newWay} size="lg">
        <Text mb="md">{say.newWayText(form.values.name || form.values.email)}</Text>
        <CopyField value={way} what={say.way} />
        <Group justify="flex-end" mt="lg">
          <Button onClick={onClose}>{say.done}</Button>
        </Group>
      </Dialog>
    )
  return (
    <FormDialog
      title={say.changeOne(nameOf(signer))}
      onClose={onClose}
      act={say.save}
      isOff={!form.isDirty()}
      {...sending}
    >
      <Text size="sm" mb="md">
        {say.changeText}
      </Text>
      <TextInput label={say.name} autoComplete="off" data-autofocus required {...form.getInputProps('name')} />
      <TextInput
        mt="md"
        type="email"
        label={say.email}
        autoComplete="off"
        required={form.values.delivery === 'email'}
        {...form.getInputProps('email')}
      />
      {kind !== 'copy' && (
        <>
          <Text size="sm" fw={500} mt="md" mb={4}>
            {say.how}
          </Text>
          <SegmentedControl
            aria-label={say.how}
            data={[
              { value: 'email', label: say.deliveries.email },
              { value: 'link', label: say.deliveries.link },
            ]}
            {...form.getInputProps('delivery')}
          />
          <Checkbox mt="md" label={say.emailCode} {...form.getInputProps('emailCode', { type: 'checkbox' })} />
          <Checkbox mt="xs" label={say.mayDelegate} {...form.getInputProps('mayDelegate', { type: 'checkbox' })} />
          {fields.length > 0 && (
            <fieldset className={css.given}>
              <legend>{say.filledIn}</legend>
              <Text size="sm" c="dimmed">
                {say.filledInText}
              </Text>
              {fields.map((field) => {
                const { value, error, onChange } = form.getInputProps(`newFields.${field.key}`)
                return (
                  <Prefill
                    key={field.key}
                    say={{ ...options, open: say.asBefore }}
                    {...{ field, value, error, onChange }}
                  />
                )
              })}
              <Checkbox mt="sm" label={say.clear} {...form.getInputProps('isCleared', { type: 'checkbox' })} />
            </fieldset>
          )}
        </>
      )}
    </FormDialog>
  )
}
