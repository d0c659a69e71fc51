import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Resource, useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useApiForm } from '../parts/api-form.ts'
import { Dialog } from '../parts/dialog.tsx'
import { FormFrame } from '../parts/form-dialog.tsx'
import { endOfDay } from '../parts/lifetime.tsx'
import { OneTimeSecret } from '../parts/one-time-secret.tsx'
import { apiCredentials as en } from '../texts/en/api-credentials.ts'
import { apiCredentials as fr } from '../texts/fr/api-credentials.ts'
import { Programs } from './programs.tsx'
import { TryToken } from './try.tsx'

type Token = Resource<'api-credentials'>

/** The dialog that makes a token and shows it once, with programs that use it and a live answer of the API. */
export function CreateToken({ onClose }: { onClose(): void }) {
  const say = useWords({ en, fr })
  const [made, setMade] = useState<Token | null>(null)
  if (made === null) {
    return (
      <Dialog opened onClose={onClose} title={say.create}>
        <Form onMade={setMade} />
      </Dialog>
    )
  }
  const { name, token } = made.attributes
  return (
    <Dialog opened onClose={onClose} title={say.made.title(name)} size="lg">
      <OneTimeSecret what={say.made.what} value={token} onDone={onClose}>
        <Programs token={token} />
        <TryToken token={token} />
      </OneTimeSecret>
    </Dialog>
  )
}

function Form({ onMade }: { onMade(token: Token): void }) {
  const say = useWords({ en, fr }).form
  const create = useChange(['api-credentials'], (api, input: { name: string; expiresAt: string | null }) =>
    api.create('api-credentials', input),
  )
  const { form, ...sending } = useApiForm({ name: '', expiresAt: '' }, async ({ name, expiresAt }) =>
    onMade((await create.mutateAsync({ name, expiresAt: endOfDay(expiresAt) })).data),
  )
  return (
    <FormFrame act={say.submit} {...sending}>
      <TextInput label={say.name} description={say.nameHint} data-autofocus required {...form.getInputProps('name')} />
      <TextInput
        mt="md"
        type="date"
        label={say.expires}
        description={say.expiresHint}
        {...form.getInputProps('expiresAt')}
      />
    </FormFrame>
  )
}
