import { Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Resource, useChange, useResources } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { prefix } from '../app/place.ts'
import { useApiForm } from '../parts/api-form.ts'
import { Dialog } from '../parts/dialog.tsx'
import { FormFrame } from '../parts/form-dialog.tsx'
import { endOfDay } from '../parts/lifetime.tsx'
import { OneTimeSecret } from '../parts/one-time-secret.tsx'
import { useRoleNames } from '../parts/role-name.tsx'
import { apiKeys as en } from '../texts/en/api-keys.ts'
import { apiKeys as fr } from '../texts/fr/api-keys.ts'
import { apiVersions } from './versions.ts'

type Key = Resource<'api-keys'>

/** The dialog that makes a key, and then shows it once. */
export function CreateKey({ onClose }: { onClose(): void }) {
  const say = useWords({ en, fr })
  const [made, setMade] = useState<Key | null>(null)
  return (
    <Dialog opened onClose={onClose} title={made ? say.made.title(made.attributes.name) : say.create}>
      {made ? <Made of={made} onDone={onClose} /> : <Form onMade={setMade} />}
    </Dialog>
  )
}

function Form({ onMade }: { onMade(key: Key): void }) {
  const say = useWords({ en, fr }).form
  const nameRole = useRoleNames()
  const roles = useResources('roles', { page: { size: 100 } }).data?.data.map(({ attributes }) => attributes.name)
  const create = useChange(['api-keys'], (api, input: Parameters<typeof api.create<'api-keys'>>[1]) =>
    api.create('api-keys', input),
  )
  const initial = { name: '', roleName: 'admin', apiVersion: apiVersions[0] ?? '', expiresAt: '', allowedAddresses: '' }
  const { form, ...sending } = useApiForm(initial, async ({ expiresAt, allowedAddresses, ...rest }) => {
    const addresses = allowedAddresses.split(/[\s,]+/).filter((address) => address !== '')
    const given = { ...rest, allowedAddresses: addresses, expiresAt: endOfDay(expiresAt) }
    onMade((await create.mutateAsync(given)).data)
  })
  return (
    <FormFrame act={say.submit} {...sending}>
      <TextInput label={say.name} description={say.nameHint} data-autofocus required {...form.getInputProps('name')} />
      <Group grow align="flex-start" mt="md">
        <NativeSelect
          label={say.role}
          description={say.roleHint}
          data={(roles ?? ['admin']).map((name) => ({ value: name, label: nameRole(name) }))}
          {...form.getInputProps('roleName')}
        />
        <NativeSelect
          label={say.version}
          description={say.versionHint}
          data={[...apiVersions]}
          {...form.getInputProps('apiVersion')}
        />
      </Group>
      <TextInput
        mt="md"
        type="date"
        label={say.expires}
        description={say.expiresHint}
        {...form.getInputProps('expiresAt')}
      />
      <Textarea
        mt="md"
        rows={2}
        label={say.addresses}
        description={say.addressesHint}
        {...form.getInputProps('allowedAddresses')}
      />
    </FormFrame>
  )
}

/** A new key, shown once. */
export function Made({ of: { attributes }, onDone }: { of: Key; onDone(): void }) {
  const say = useWords({ en, fr }).made
  const curl = `curl -H 'x-api-key: ${attributes.secret}' ${location.origin}${prefix}/v2/verifications`
  return <OneTimeSecret what={say.what} value={attributes.secret} curl={curl} onDone={onDone} />
}
