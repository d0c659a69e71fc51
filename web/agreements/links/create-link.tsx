import { Button, Group, TextInput } from '@mantine/core'
import type { Resources } from '../../../clients/jsonapi/src/index.ts'
import { type Resource, useChange } from '../../app/api.ts'
import { useApiForm } from '../../parts/api-form.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
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
  const { form, error, isSending, onSubmit } = useApiForm(initial, async ({ title, expiresAt, ...ways }) => {
    const named = title === '' ? {} : { title }
    const end = expiresAt === '' ? null : new Date(`${expiresAt}T23:59:59`).toISOString()
    onMade((await create.mutateAsync({ ...named, expiresAt: end, ...toGiven(ways) })).data)
  })
  return (
    <Dialog opened onClose={onClose} title={say.create}>
      <form onSubmit={onSubmit}>
        <TextInput label={say.title} description={say.titleHint} data-autofocus {...form.getInputProps('title')} />
        <TextInput
          mt="md"
          type="date"
          label={say.expires}
          description={say.expiresHint}
          {...form.getInputProps('expiresAt')}
        />
        <WaysInFields say={say} form={form} />
        <ErrorNote error={error} />
        <Group justify="flex-end" mt="lg">
          <Button type="submit" loading={isSending}>
            {say.submit}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
