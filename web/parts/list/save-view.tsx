import { TextInput } from '@mantine/core'
import { useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { parts as en } from '../../texts/en/parts.ts'
import { parts as fr } from '../../texts/fr/parts.ts'
import { useApiForm } from '../api-form.ts'
import { FormDialog } from '../form-dialog.tsx'
import { tell } from '../tell.ts'

type Props = { path: string; query: string; onClose(): void }

/** Asks for a name, and saves the present view of the list. */
export default function SaveView({ path, query, onClose }: Props) {
  const say = useWords({ en, fr }).views
  const create = useChange(['saved-views'], (api, name: string) => api.create('saved-views', { name, path, query }))
  const { form, ...sending } = useApiForm({ name: '' }, async ({ name }) => {
    await create.mutateAsync(name)
    void tell(say.saved(name))
    onClose()
  })
  return (
    <FormDialog title={say.save} onClose={onClose} act={say.submit} {...sending}>
      <TextInput label={say.name} description={say.nameHint} data-autofocus required {...form.getInputProps('name')} />
    </FormDialog>
  )
}
