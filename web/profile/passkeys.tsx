import { Button, Group, Table, Text, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { askAuth } from '../app/auth.ts'
import { useWords } from '../app/language.tsx'
import { useApiForm } from '../parts/api-form.ts'
import { Confirm } from '../parts/confirm.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Time } from '../parts/time.tsx'
import { profile as en } from '../texts/en/profile.ts'
import { profile as fr } from '../texts/fr/profile.ts'
import { Section } from './section.tsx'

type Passkey = { id: string; name: string; createdAt: string | null }
type Options = Parameters<typeof PublicKeyCredential.parseCreationOptionsFromJSON>[0]

const queryKey = ['passkeys']

/** The person's passkeys. */
export function Passkeys() {
  const say = useWords({ en, fr }).passkeys
  const asked = useQuery({ queryKey, queryFn: () => askAuth<{ passkeys: Passkey[] }>('/passkeys') })
  return (
    <Section title={say.title} about={say.about}>
      <Loaded of={asked}>
        {({ passkeys }) => (passkeys.length === 0 ? <Text mb="sm">{say.none}</Text> : <List of={passkeys} />)}
      </Loaded>
      <Add />
    </Section>
  )
}

function List({ of: passkeys }: { of: Passkey[] }) {
  const say = useWords({ en, fr }).passkeys
  const client = useQueryClient()
  const [leaving, setLeaving] = useState<{ id: string; name: string } | null>(null)
  const remove = async () => {
    if (leaving) await askAuth(`/passkeys/${leaving.id}`, { method: 'DELETE' })
    await client.invalidateQueries({ queryKey })
  }
  return (
    <>
      <Confirm
        opened={leaving !== null}
        title={say.removeQuestion(leaving?.name ?? '')}
        act={say.remove}
        onConfirm={remove}
        onClose={() => setLeaving(null)}
      >
        {say.removeText}
      </Confirm>
      <Table mb="md">
        <Table.Tbody>
          {passkeys.map(({ id, name, createdAt }) => (
            <Table.Tr key={id}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>
                <Time at={createdAt} />
              </Table.Td>
              <Table.Td ta="right">
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() => setLeaving({ id, name })}
                  aria-label={say.removeOne(name)}
                >
                  {say.remove}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

function Add() {
  const say = useWords({ en, fr }).passkeys
  const client = useQueryClient()
  const { form, error, isSending, onSubmit, clear } = useApiForm({ name: '' }, async ({ name }) => {
    const options = await askAuth<Options>('/passkeys/options', { body: {} })
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
    const made = await navigator.credentials.create({ publicKey }).catch(() => null)
    // The person has closed the browser's dialog.
    if (!(made instanceof PublicKeyCredential)) return
    await askAuth('/passkeys', { body: { name, response: made.toJSON() } })
    clear()
    await client.invalidateQueries({ queryKey })
  })
  if (typeof PublicKeyCredential === 'undefined') return <Text>{say.cannot}</Text>
  return (
    <form onSubmit={onSubmit}>
      <Group align="flex-end">
        <TextInput label={say.name} placeholder={say.example} required {...form.getInputProps('name')} />
        <Button type="submit" variant="default" loading={isSending}>
          {say.add}
        </Button>
      </Group>
      <ErrorNote error={error} />
    </form>
  )
}
