import { Button, Group, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Resource, useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { placeByPath } from '../../parts/place-errors.ts'
import { type send as en, links as enLinks } from '../../texts/en/links.ts'
import { links as frLinks } from '../../texts/fr/links.ts'
import { type Entry, metadataOf } from './address.ts'
import { type Addressee, AddresseeInputs, isGiven } from './addressee.tsx'
import type { Sent } from './made.tsx'
import { MetadataEntries } from './metadata.tsx'
import { linkOf } from './open-link.ts'
import { inOrder } from './role-order.ts'
import { optionsOf, undecided } from './sender-options.tsx'

type Props = { say: typeof en; of: Resource<'agreements'>; onMade(made: Sent): void }

/** Asks for the person in each role, in the order of acting. */
export function SendSeveral({ say, of: { id, attributes }, onMade }: Props) {
  const roles = inOrder(attributes.signerRoles)
  const [people, setPeople] = useState<Addressee[]>(() =>
    roles.map(({ role: { key, name } }) => ({
      ...{ role: key, roleName: name, name: '', email: '', delivery: 'email', decided: undecided },
    })),
  )
  const [entries, setEntries] = useState<Entry[]>([])
  const sayLinks = useWords({ en: enLinks, fr: frLinks })
  const named = people.filter(isGiven)
  const send = useChange(['submissions', 'agreement-links'], async (api, given: readonly Addressee[]) => {
    const agreementLink = { data: { type: 'agreement-links' as const, id: await linkOf(id) } }
    const newSigners = given.map(({ role, name, email, delivery, decided }) => ({
      ...{ role, delivery, ...optionsOf(decided, attributes.fields) },
      ...(name === '' ? {} : { name }),
      ...(email === '' ? {} : { email }),
    }))
    const { data } = await api.create('submissions', { newSigners, metadata: metadataOf(entries) }, { agreementLink })
    onMade({ submission: data, people: [...given] })
  })
  const change = (index: number, changes: Partial<Addressee>) =>
    setPeople(people.map((one, at) => (at === index ? { ...one, ...changes } : one)))
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate(named)
  }
  const { placed, rest } = placeByPath(send.error)
  return (
    <form onSubmit={onSubmit}>
      <Text size="sm" c="dimmed" mb="xs">
        {say.several}
      </Text>
      {roles.map(({ role, place }, index) => {
        const person = people[index]
        if (!person) return null
        return (
          <AddresseeInputs
            key={role.key}
            {...{ say, role, place }}
            fields={attributes.fields.filter((field) => field.role === role.key)}
            isFirst={index === 0}
            value={person}
            faultOf={(name) => placed[`newSigners/${named.indexOf(person)}/${name}`]}
            onChange={(changes) => change(index, changes)}
          />
        )
      })}
      <MetadataEntries say={sayLinks} entries={entries} onChange={setEntries} />
      <ErrorNote error={rest} />
      <Group justify="flex-end" mt="lg">
        <Button type="submit" loading={send.isPending}>
          {say.send}
        </Button>
      </Group>
    </form>
  )
}
