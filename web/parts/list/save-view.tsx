import { Button, Group, TextInput } from '@mantine/core'
import { useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { parts as en } from '../../texts/en/parts.ts'
import { parts as fr } from '../../texts/fr/parts.ts'
import { useApiForm } from '../api-form.ts'
import { Dialog } from '../dialog.tsx'
import { ErrorNote } from '../error-note.tsx'
import { tell } from '../tell.ts'

type Props = { path: string; query: string; onClose(): void }

/** Asks for a name, and saves the present view of the list. */
export default function SaveView({ path, query, onClose }: Props) {
  const say = useWords({ en, fr }).views
  const create = useChange(['saved-views'], (api, name: string) => api.create('saved-views', { name, path, query }))
  const { form, error, isSending, onSubmit } = useApiForm({ name: '' }, async ({ name }) => {
    await create.mutateAsync(name)
    void tell(say.saved(name))
    onClose()
  })
  return (
    <Dialog opened onClose={onClose} title={say.save}>
      <form onSubmit={onSubmit}>
        <TextInput
          label={say.name}
          description={say.nameHint}
          data-autofocus
          required
          {...form.getInputProps('name')}
        />
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
