import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Resource, useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { placeByPath } from '../../parts/place-errors.ts'
import { type send as en, links as enLinks } from '../../texts/en/links.ts'
import { links as frLinks } from '../../texts/fr/links.ts'
import { type Entry, metadataOf } from './address.ts'
import css from './links.module.css'
import type { Delivery, Person, Sent } from './made.tsx'
import { MetadataEntries } from './metadata.tsx'
import { linkOf } from './open-link.ts'
import { type Decided, isDecided, optionsOf, SenderOptions, undecided } from './sender-options.tsx'

type Agreement = Resource<'agreements'>
type Role = Agreement['attributes']['signerRoles'][number]
type Props = { say: typeof en; of: Agreement; onMade(made: Sent): void }

const placeOf = ({ kind, order }: Role, index: number) => (kind === 'copy' ? 100 : 0) + (order ?? index + 1)
/** A person, with what the sender decides about them. */
type Addressee = Person & { decided: Decided }

const isGiven = ({ name, email, decided }: Addressee) => name !== '' || email !== '' || isDecided(decided)

/** Asks who takes each of the roles, in the order in which they act. */
export function SendSeveral({ say, of: { id, attributes }, onMade }: Props) {
  const roles = attributes.signerRoles
    .map((role, index) => ({ role, place: placeOf(role, index) }))
    .sort((one, other) => one.place - other.place)
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
        const faultOf = (name: string) => placed[`newSigners/${named.indexOf(person)}/${name}`]
        return (
          <fieldset key={role.key} className={css.person}>
            <legend>
              <b>{role.name || role.key}</b>{' '}
              <span>
                {say.kinds[role.kind ?? 'signer']}
                {role.kind !== 'copy' && `, ${say.turn(place)}`}
              </span>
            </legend>
            <TextInput
              size="sm"
              label={say.personName}
              autoComplete="off"
              data-autofocus={index === 0 || undefined}
              required={index === 0}
              value={person.name}
              error={faultOf('name') ?? faultOf('role')}
              onChange={({ currentTarget: { value } }) => change(index, { name: value })}
            />
            <TextInput
              size="sm"
              type="email"
              label={say.personEmail}
              autoComplete="off"
              required={isGiven(person) && person.delivery === 'email'}
              value={person.email}
              error={faultOf('email')}
              onChange={({ currentTarget: { value } }) => change(index, { email: value })}
            />
            {role.kind !== 'copy' && (
              <NativeSelect
                size="sm"
                label={say.howShort}
                data={[
                  { value: 'email', label: say.deliveries.email },
                  { value: 'link', label: say.deliveries.link },
                ]}
                value={person.delivery}
                error={faultOf('delivery')}
                onChange={({ currentTarget: { value } }) => change(index, { delivery: deliveryOf(value) })}
              />
            )}
            {role.kind !== 'copy' && (
              <SenderOptions
                say={say}
                fields={attributes.fields.filter((field) => field.role === role.key)}
                value={person.decided}
                faultOf={faultOf}
                onChange={(decided) => change(index, { decided })}
              />
            )}
          </fieldset>
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

const deliveryOf = (word: string): Delivery => (word === 'link' ? 'link' : 'email')
