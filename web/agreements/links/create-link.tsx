import { TextInput } from '@mantine/core'
import type { Resources } from '../../../clients/jsonapi/src/index.ts'
import { type Resource, useChange } from '../../app/api.ts'
import { useApiForm } from '../../parts/api-form.ts'
import { FormDialog } from '../../parts/form-dialog.tsx'
import type { links } from '../../texts/en/links.ts'
import { toGiven, toValues, WaysInFields } from './ways-in.tsx'

type Props = {
  say: typeof links
  agreementId: string
  onMade(link: Resource<'agreement-links'>): void
  onClose(): void
}

/** The dialog that makes a link. */
export function CreateLink({ say, agreementId, onMade, onClose }: Props) {
  const create = useChange(['agreement-links'], (api, given: Resources['agreement-links']['create']) =>
    api.create('agreement-links', given, { agreement: { data: { type: 'agreements', id: agreementId } } }),
  )
  const initial = { title: '', expiresAt: '', ...toValues() }
  const { form, ...sending } = useApiForm(initial, async ({ title, expiresAt, ...ways }) => {
    const named = title === '' ? {} : { title }
    const end = expiresAt === '' ? null : new Date(`${expiresAt}T23:59:59`).toISOString()
    onMade((await create.mutateAsync({ ...named, expiresAt: end, ...toGiven(ways) })).data)
  })
  return (
    <FormDialog title={say.create} onClose={onClose} act={say.submit} {...sending}>
      <TextInput label={say.title} description={say.titleHint} data-autofocus {...form.getInputProps('title')} />
      <TextInput
        mt="md"
        type="date"
        label={say.expires}
        description={say.expiresHint}
        {...form.getInputProps('expiresAt')}
      />
      <WaysInFields say={say} form={form} />
    </FormDialog>
  )
}
