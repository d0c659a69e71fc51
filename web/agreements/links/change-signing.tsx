import { Button, Group, NumberInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Resource, useChange } from '../../app/api.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { placeByPath } from '../../parts/place-errors.ts'
import { tell } from '../../parts/tell.ts'
import type { links } from '../../texts/en/links.ts'
import { OtherPeople, useOtherPeople } from './other-people.tsx'
import { ReminderRule, type Rule } from './reminder-rule.tsx'

type Agreement = Resource<'agreements'>['attributes']
type Props = {
  say: typeof links
  of: Resource<'agreement-links'>
  roles: Agreement['signerRoles']
  fields: Agreement['fields']
  onClose(): void
}

/** The dialog for the time to sign, the reminders, and the other people of a link's submissions. */
export function ChangeSigning({ say: { signing: say }, of: { id, attributes }, roles, fields, onClose }: Props) {
  const [days, setDays] = useState<number | null>(attributes.daysToSign)
  const [rule, setRule] = useState<Rule | null>(attributes.reminders)
  const others = useOtherPeople(attributes.signers, roles, fields)
  const save = useChange(['agreement-links'], async (api) => {
    await api.update('agreement-links', id, { daysToSign: days, reminders: rule, signers: others.signers })
    onClose()
    void tell(say.saved)
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const { placed, rest } = placeByPath(save.error)
  return (
    <Dialog opened onClose={onClose} title={say.of(attributes.title)}>
      <form onSubmit={onSubmit}>
        <NumberInput
          label={say.days}
          description={say.daysHint}
          min={1}
          max={365}
          allowDecimal={false}
          value={days ?? ''}
          error={placed.daysToSign}
          onChange={(value) => setDays(value === '' ? null : Number(value))}
          data-autofocus
        />
        <ReminderRule say={say} value={rule} faultOf={(name) => placed[`reminders/${name}`]} onChange={setRule} />
        <OtherPeople say={say} of={others} fields={fields} faultOf={(path) => placed[`signers/${path}`]} />
        <ErrorNote error={rest} />
        <Group justify="flex-end" mt="lg">
          <Button type="submit" loading={save.isPending}>
            {say.save}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
