import { Button, Checkbox, Group, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Prefill } from '../../agreements/links/sender-options.tsx'
import type { Resource } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { CopyField } from '../../parts/copy-field.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { tell } from '../../parts/tell.ts'
import { send as enSend } from '../../texts/en/links.ts'
import type { submissions } from '../../texts/en/submissions.ts'
import { send as frSend } from '../../texts/fr/links.ts'
import type { Field } from './fields-of.ts'
import { nameOf } from './part.ts'
import { useSignerForm } from './signer-form.ts'
import css from './submission.module.css'

type Props = {
  say: typeof submissions
  of: Resource<'signers'>
  /** The fields of the role that a sender can fill in. */
  fields: readonly Field[]
  onClose(): void
}

/** Corrects a name or an address, or gives the part to somebody else. A new way in by link is shown once. */
export function ChangeSigner({ say: { party: say }, of: signer, fields, onClose }: Props) {
  const [way, setWay] = useState<string | null>(null)
  const { form, ...sending } = useSignerForm(signer, fields, ({ name, email, signingUrl }) => {
    if (signingUrl) return setWay(signingUrl)
    onClose()
    void tell(say.changed(name || email))
  })
  if (way !== null)
    return <NewWay say={say} person={form.values.name || form.values.email} way={way} onClose={onClose} />
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
      {signer.attributes.kind !== 'copy' && <Acting say={say} form={form} fields={fields} />}
    </FormDialog>
  )
}

type Say = (typeof submissions)['party']
type Form = ReturnType<typeof useSignerForm>['form']

/** The new way in of a person who receives no mail. */
function NewWay({ say, person, way, onClose }: { say: Say; person: string; way: string; onClose(): void }) {
  return (
    <Dialog opened onClose={onClose} title={say.newWay} size="lg">
      <Text mb="md">{say.newWayText(person)}</Text>
      <CopyField value={way} what={say.way} />
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose}>{say.done}</Button>
      </Group>
    </Dialog>
  )
}

type ActingProps = { say: Say; form: Form; fields: readonly Field[] }

/** The delivery to a person who acts, and the values of their fields. */
function Acting({ say, form, fields }: ActingProps) {
  return (
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
      {fields.length > 0 && <FilledIn {...{ say, form, fields }} />}
    </>
  )
}

function FilledIn({ say, form, fields }: ActingProps) {
  const { options } = useWords({ en: enSend, fr: frSend })
  return (
    <fieldset className={css.given}>
      <legend>{say.filledIn}</legend>
      <Text size="sm" c="dimmed">
        {say.filledInText}
      </Text>
      {fields.map((field) => {
        const { value, error, onChange } = form.getInputProps(`newFields.${field.key}`)
        return (
          <Prefill key={field.key} say={{ ...options, open: say.asBefore }} {...{ field, value, error, onChange }} />
        )
      })}
      <Checkbox mt="sm" label={say.clear} {...form.getInputProps('isCleared', { type: 'checkbox' })} />
    </fieldset>
  )
}
