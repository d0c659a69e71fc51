import { Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { Resource } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { send as enSend, type links } from '../../texts/en/links.ts'
import { send as frSend } from '../../texts/fr/links.ts'
import css from './links.module.css'
import { inOrder } from './role-order.ts'
import { type Decided, decidedOf, isDecided, optionsOf, SenderOptions } from './sender-options.tsx'

type Agreement = Resource<'agreements'>['attributes']
type Role = Agreement['signerRoles'][number]
type Field = Agreement['fields'][number]
type Signers = Resource<'agreement-links'>['attributes']['signers']
type Person = { role: Role; name: string; email: string; decided: Decided }

const fieldsOf = (fields: readonly Field[], { key }: Role) => fields.filter((field) => field.role === key)

/** The people whom a link names besides the person who opens it, while somebody edits them. */
export function useOtherPeople(known: Signers, roles: readonly Role[], fields: readonly Field[]) {
  const [people, setPeople] = useState<readonly Person[]>(() =>
    inOrder(roles)
      .slice(1)
      .map(({ role }) => {
        const signer = known.find((one) => one.role === role.key)
        const decided = decidedOf(signer ?? {}, fieldsOf(fields, role))
        return { role, name: signer?.name ?? '', email: signer?.email ?? '', decided }
      }),
  )
  const named = people.filter(({ name, email, decided }) => name !== '' || email !== '' || isDecided(decided))
  const signers = named.map(({ role, name, email, decided }) => ({
    ...{ role: role.key, email, name: name === '' ? null : name },
    ...optionsOf(decided, fields),
  }))
  const change = (person: Person, changes: Partial<Person>) =>
    setPeople(people.map((one) => (one === person ? { ...one, ...changes } : one)))
  return { people, named, signers, change }
}

type Props = {
  say: (typeof links)['signing']
  of: ReturnType<typeof useOtherPeople>
  fields: readonly Field[]
  /** The fault at a path below the list of signers. */
  faultOf(path: string): string | undefined
}

/** Asks for the other people in the submissions of a link. */
export function OtherPeople({ say, of: { people, named, change }, fields, faultOf }: Props) {
  if (people.length === 0) return null
  return (
    <>
      <Title order={3} size="h6" mt="lg">
        {say.others}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {say.othersHint}
      </Text>
      {people.map((person) => {
        const at = named.indexOf(person)
        return (
          <OtherPerson
            key={person.role.key}
            {...{ say, person }}
            fields={fieldsOf(fields, person.role)}
            isNamed={at >= 0}
            faultOf={(path) => faultOf(`${at}/${path}`)}
            onChange={(changes) => change(person, changes)}
          />
        )
      })}
    </>
  )
}

type PersonProps = Pick<Props, 'say' | 'fields' | 'faultOf'> & {
  person: Person
  isNamed: boolean
  onChange(changes: Partial<Person>): void
}

function OtherPerson({ say, person, fields, isNamed, faultOf, onChange }: PersonProps) {
  const saySend = useWords({ en: enSend, fr: frSend })
  const { role, name, email, decided } = person
  return (
    <fieldset className={css.person} data-is-short>
      <legend>
        <b>{role.name || role.key}</b>
      </legend>
      <TextInput
        label={say.name}
        autoComplete="off"
        value={name}
        error={faultOf('name')}
        onChange={({ currentTarget: { value } }) => onChange({ name: value })}
      />
      <TextInput
        type="email"
        label={say.email}
        autoComplete="off"
        required={isNamed}
        value={email}
        error={faultOf('email')}
        onChange={({ currentTarget: { value } }) => onChange({ email: value })}
      />
      {role.kind !== 'copy' && (
        <SenderOptions
          say={saySend}
          fields={fields}
          value={decided}
          faultOf={faultOf}
          onChange={(next) => onChange({ decided: next })}
        />
      )}
    </fieldset>
  )
}
