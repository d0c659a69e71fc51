import { NativeSelect, TextInput } from '@mantine/core'
import type { Resource } from '../../app/api.ts'
import type { send } from '../../texts/en/links.ts'
import css from './links.module.css'
import type { Delivery, Person } from './made.tsx'
import { type Decided, isDecided, SenderOptions } from './sender-options.tsx'

type Agreement = Resource<'agreements'>['attributes']

/** A person, with the sender's settings for that person. */
export type Addressee = Person & { decided: Decided }

export const isGiven = ({ name, email, decided }: Addressee): boolean =>
  name !== '' || email !== '' || isDecided(decided)

type Props = {
  say: typeof send
  role: Agreement['signerRoles'][number]
  /** The place of the role in the order of acting. */
  place: number
  /** The fields of the role. */
  fields: Agreement['fields']
  isFirst: boolean
  value: Addressee
  faultOf(name: string): string | undefined
  onChange(changes: Partial<Addressee>): void
}

/** Asks for the person in a role, and for the way to reach that person. */
export function AddresseeInputs({ say, role, place, fields, isFirst, value: person, faultOf, onChange }: Props) {
  return (
    <fieldset className={css.person}>
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
        data-autofocus={isFirst || undefined}
        required={isFirst}
        value={person.name}
        error={faultOf('name') ?? faultOf('role')}
        onChange={({ currentTarget: { value } }) => onChange({ name: value })}
      />
      <TextInput
        size="sm"
        type="email"
        label={say.personEmail}
        autoComplete="off"
        required={isGiven(person) && person.delivery === 'email'}
        value={person.email}
        error={faultOf('email')}
        onChange={({ currentTarget: { value } }) => onChange({ email: value })}
      />
      {role.kind !== 'copy' && <Choices {...{ say, fields, faultOf, onChange }} value={person} />}
    </fieldset>
  )
}

/** The settings for a person who acts. */
function Choices({ say, fields, value: person, faultOf, onChange }: Omit<Props, 'role' | 'place' | 'isFirst'>) {
  return (
    <>
      <NativeSelect
        size="sm"
        label={say.howShort}
        data={[
          { value: 'email', label: say.deliveries.email },
          { value: 'link', label: say.deliveries.link },
        ]}
        value={person.delivery}
        error={faultOf('delivery')}
        onChange={({ currentTarget: { value } }) => onChange({ delivery: deliveryOf(value) })}
      />
      <SenderOptions
        say={say}
        fields={fields}
        value={person.decided}
        faultOf={faultOf}
        onChange={(decided) => onChange({ decided })}
      />
    </>
  )
}

const deliveryOf = (word: string): Delivery => (word === 'link' ? 'link' : 'email')
