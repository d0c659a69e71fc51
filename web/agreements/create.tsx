import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useApiForm } from '../parts/api-form.ts'
import { Dialog } from '../parts/dialog.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { agreements as en } from '../texts/en/agreements.ts'
import { agreements as fr } from '../texts/fr/agreements.ts'
import { type NewAgreement, type Starter, startAgreement } from './starters.ts'

/** The dialog that makes an agreement, and leads to its editor. */
export function CreateAgreement({ onClose }: { onClose(): void }) {
  const say = useWords({ en, fr })
  const words = say.form
  const navigate = useNavigate()
  const create = useChange(['agreements'], (api, input: NewAgreement) => api.create('agreements', input))
  const initial: { title: string; starter: Starter } = { title: '', starter: 'short' }
  const { form, error, isSending, onSubmit } = useApiForm(initial, async ({ title, starter }) => {
    const { data } = await create.mutateAsync(startAgreement(starter, title, say))
    await navigate({ to: `/agreements/${data.id}` })
  })
  const starts = Object.entries(words.starts).map(([value, label]) => ({ value, label }))
  return (
    <Dialog opened onClose={onClose} title={say.create}>
      <form onSubmit={onSubmit}>
        <TextInput
          label={words.title}
          description={words.titleHint}
          data-autofocus
          required
          {...form.getInputProps('title')}
        />
        <NativeSelect mt="md" label={words.start} data={starts} {...form.getInputProps('starter')} />
        <ErrorNote error={error} />
        <Group justify="flex-end" mt="lg">
          <Button type="submit" loading={isSending}>
            {words.submit}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
