import { Checkbox, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useApiForm } from '../../parts/api-form.ts'
import { FormFrame } from '../../parts/form-dialog.tsx'
import { type send as en, links as enLinks } from '../../texts/en/links.ts'
import { links as frLinks } from '../../texts/fr/links.ts'
import { type Entry, metadataOf } from './address.ts'
import type { Delivery, Sent } from './made.tsx'
import { MetadataEntries } from './metadata.tsx'
import { linkOf } from './open-link.ts'

type FormProps = {
  say: typeof en
  agreementId: string
  onMade(made: Sent): void
}

/** Asks for the one who signs. */
export function SendOne({ say, agreementId, onMade }: FormProps) {
  const [entries, setEntries] = useState<Entry[]>([])
  const sayLinks = useWords({ en: enLinks, fr: frLinks })
  const create = useChange(['submissions', 'agreement-links'], async (api, input: typeof initial) => {
    const agreementLink = { data: { type: 'agreement-links' as const, id: await linkOf(agreementId) } }
    const metadata = metadataOf(entries)
    return api.create('submissions', { newSigner: input, metadata }, { agreementLink })
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
  return (
    <FormFrame act={say.submit[form.values.delivery]} {...sending}>
      <TextInput label={say.name} autoComplete="off" data-autofocus required {...form.getInputProps('name')} />
      <TextInput mt="md" type="email" label={say.email} autoComplete="off" required {...form.getInputProps('email')} />
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
      <MetadataEntries say={sayLinks} entries={entries} onChange={setEntries} />
    </FormFrame>
  )
}
