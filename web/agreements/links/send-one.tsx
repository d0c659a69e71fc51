import { Checkbox, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Resource, useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useApiForm } from '../../parts/api-form.ts'
import { FormFrame } from '../../parts/form-dialog.tsx'
import { placeByPath } from '../../parts/place-errors.ts'
import { type send as en, links as enLinks } from '../../texts/en/links.ts'
import { links as frLinks } from '../../texts/fr/links.ts'
import { type Entry, metadataOf } from './address.ts'
import type { Delivery, Sent } from './made.tsx'
import { MetadataEntries } from './metadata.tsx'
import { linkOf } from './open-link.ts'
import { optionsOf, SenderOptions, undecided } from './sender-options.tsx'

type FormProps = {
  say: typeof en
  of: Resource<'agreements'>
  onMade(made: Sent): void
}

/** Asks for the only signer. */
export function SendOne({ say, of: { id: agreementId, attributes }, onMade }: FormProps) {
  const [entries, setEntries] = useState<Entry[]>([])
  const [decided, setDecided] = useState(undecided)
  const sayLinks = useWords({ en: enLinks, fr: frLinks })
  const create = useChange(['submissions', 'agreement-links'], async (api, input: typeof initial) => {
    const agreementLink = { data: { type: 'agreement-links' as const, id: await linkOf(agreementId) } }
    const metadata = metadataOf(entries)
    const newSigner = { ...input, ...optionsOf(decided, attributes.fields) }
    return api.create('submissions', { newSigner, metadata }, { agreementLink })
  })
  const initial: { name: string; email: string; mayChange: boolean; delivery: Delivery } = {
    ...{ name: '', email: '', mayChange: false },
    delivery: 'email',
  }
  const { form, ...sending } = useApiForm(initial, async (given) => {
    const { data } = await create.mutateAsync(given)
    const { name, email, delivery } = given
    onMade({ submission: data, people: [{ role: '', roleName: '', name, email, delivery }] })
  })
  // The API reports the faults of a single person in newSigner; this places them at their fields.
  const { placed, rest } = placeByPath(sending.error)
  const faultOf = (path: string) => placed[`newSigner/${path}`]
  return (
    <FormFrame act={say.submit[form.values.delivery]} {...sending} error={rest}>
      <TextInput
        label={say.name}
        autoComplete="off"
        data-autofocus
        required
        {...form.getInputProps('name')}
        error={faultOf('name')}
      />
      <TextInput
        mt="md"
        type="email"
        label={say.email}
        autoComplete="off"
        required
        {...form.getInputProps('email')}
        error={faultOf('email')}
      />
      <Checkbox my="md" label={say.mayChange} {...form.getInputProps('mayChange', { type: 'checkbox' })} />
      <Text size="sm" fw={500} mb={4}>
        {say.how}
      </Text>
      <SegmentedControl
        mb="md"
        aria-label={say.how}
        data={[
          { value: 'email', label: say.deliveries.email },
          { value: 'link', label: say.deliveries.link },
        ]}
        {...form.getInputProps('delivery')}
      />
      <SenderOptions {...{ say, faultOf }} fields={attributes.fields} value={decided} onChange={setDecided} />
      <MetadataEntries say={sayLinks} entries={entries} onChange={setEntries} />
    </FormFrame>
  )
}
