import { NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { type Resource, useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useApiForm } from '../parts/api-form.ts'
import { Dialog } from '../parts/dialog.tsx'
import { FormFrame } from '../parts/form-dialog.tsx'
import { apiKeys as en } from '../texts/en/api-keys.ts'
import { apiKeys as fr } from '../texts/fr/api-keys.ts'
import { Made } from './create.tsx'

type Key = Resource<'api-keys'>

const hourMs = 3_600_000

/** Makes a key like another one. The old key stops some time later, so that both work meanwhile. */
export function ReplaceKey({ of: old, onClose }: { of: Key; onClose(): void }) {
  const say = useWords({ en, fr })
  const [made, setMade] = useState<Key | null>(null)
  const { name } = old.attributes
  return (
    <Dialog opened onClose={onClose} title={made ? say.made.title(name) : say.replacing.title(name)}>
      {made ? <Made of={made} onDone={onClose} /> : <Form of={old} onMade={setMade} />}
    </Dialog>
  )
}

function Form({ of: old, onMade }: { of: Key; onMade(key: Key): void }) {
  const say = useWords({ en, fr }).replacing
  const replace = useChange(['api-keys'], async (api, end: string) => {
    const { name, roleName, apiVersion, requestsPerMinute, allowedAddresses, expiresAt } = old.attributes
    // The old key is changed first. If that is refused, no unseen key is left. An earlier end of the old key stays.
    if (expiresAt === null || expiresAt > end) await api.update('api-keys', old.id, { expiresAt: end })
    return api.create('api-keys', { name, roleName, apiVersion, requestsPerMinute, allowedAddresses })
  })
  const { form, ...sending } = useApiForm({ overlap: '24' }, async ({ overlap }) => {
    const end = new Date(Date.now() + Number(overlap) * hourMs).toISOString()
    onMade((await replace.mutateAsync(end)).data)
  })
  const overlaps = Object.entries(say.overlaps).map(([value, label]) => ({ value, label }))
  return (
    <FormFrame act={say.submit} {...sending}>
      <Text mb="md">{say.text}</Text>
      <NativeSelect label={say.overlap} data={overlaps} data-autofocus {...form.getInputProps('overlap')} />
    </FormFrame>
  )
}
