import { Button, Checkbox, Group, NumberInput, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Resource, useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { placeByPath } from '../../parts/place-errors.ts'
import { tell } from '../../parts/tell.ts'
import { send as enSend, type links } from '../../texts/en/links.ts'
import { send as frSend } from '../../texts/fr/links.ts'
import css from './links.module.css'
import { type Decided, decidedOf, isDecided, optionsOf, SenderOptions } from './sender-options.tsx'

type Link = Resource<'agreement-links'>
type Role = Resource<'agreements'>['attributes']['signerRoles'][number]
type Rule = NonNullable<Link['attributes']['reminders']>
type Field = Resource<'agreements'>['attributes']['fields'][number]
type Props = { say: typeof links; of: Link; roles: readonly Role[]; fields: readonly Field[]; onClose(): void }
type Changes = { name?: string; email?: string; decided?: Decided }

const usual: Rule = { firstAfterDays: 3, everyDays: 7, atMost: 3 }
const bounds = { firstAfterDays: 90, everyDays: 90, atMost: 20 } as const
const names = ['firstAfterDays', 'everyDays', 'atMost'] as const
const placeOf = ({ kind, order }: Role, index: number) => (kind === 'copy' ? 100 : 0) + (order ?? index + 1)

const fieldsOf = (fields: readonly Field[], role: string) => fields.filter((field) => field.role === role)

/** The dialog that says how long submissions of a link can be signed, when people are reminded, and whom it brings in. */
export function ChangeSigning({ say: { signing: say }, of: { id, attributes }, roles, fields, onClose }: Props) {
  const saySend = useWords({ en: enSend, fr: frSend })
  const [days, setDays] = useState<number | null>(attributes.daysToSign)
  const [rule, setRule] = useState<Rule | null>(attributes.reminders)
  const [, ...others] = roles
    .map((role, index) => ({ role, place: placeOf(role, index) }))
    .sort((one, other) => one.place - other.place)
    .map(({ role }) => role)
  const [people, setPeople] = useState(() =>
    others.map(({ key }) => {
      const known = attributes.signers.find(({ role }) => role === key)
      const decided = decidedOf(known ?? {}, fieldsOf(fields, key))
      return { role: key, name: known?.name ?? '', email: known?.email ?? '', decided }
    }),
  )
  const named = people.filter(({ name, email, decided }) => name !== '' || email !== '' || isDecided(decided))
  const save = useChange(['agreement-links'], async (api) => {
    const signers = named.map(({ role, name, email, decided }) => ({
      ...{ role, email, name: name === '' ? null : name },
      ...optionsOf(decided, fields),
    }))
    await api.update('agreement-links', id, { daysToSign: days, reminders: rule, signers })
    onClose()
    void tell(say.saved)
  })
  const change = (index: number, changes: Changes) =>
    setPeople(people.map((one, at) => (at === index ? { ...one, ...changes } : one)))
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const { placed, rest } = placeByPath(save.error)
  return (
    <Dialog opened onClose={onClose} title={say.of(attributes.title)}>
      <form onSubmit={onSubmit}>
        <NumberInput
          label={say.days}
          description={say.daysHint}
          min={1}
          max={365}
          allowDecimal={false}
          value={days ?? ''}
          error={placed.daysToSign}
          onChange={(value) => setDays(value === '' ? null : Number(value))}
          data-autofocus
        />
        <Checkbox
          mt="md"
          label={say.remind}
          checked={rule !== null}
          onChange={({ currentTarget: { checked } }) => setRule(checked ? usual : null)}
        />
        {rule !== null && (
          <div className={css.rule}>
            {names.map((name) => (
              <NumberInput
                key={name}
                label={say.rule[name]}
                suffix={` ${name === 'atMost' ? say.times : say.dayUnit}`}
                min={1}
                max={bounds[name]}
                allowDecimal={false}
                required
                value={rule[name]}
                error={placed[`reminders/${name}`]}
                onChange={(value) => typeof value === 'number' && setRule({ ...rule, [name]: value })}
              />
            ))}
          </div>
        )}
        {others.length > 0 && (
          <>
            <Title order={3} size="h6" mt="lg">
              {say.others}
            </Title>
            <Text size="sm" c="dimmed" mb="xs">
              {say.othersHint}
            </Text>
          </>
        )}
        {others.map(({ key, name, kind }, index) => {
          const person = people[index]
          if (!person) return null
          const at = named.indexOf(person)
          return (
            <fieldset key={key} className={css.person} data-is-short>
              <legend>
                <b>{name || key}</b>
              </legend>
              <TextInput
                label={say.name}
                autoComplete="off"
                value={person.name}
                error={placed[`signers/${at}/name`]}
                onChange={({ currentTarget: { value } }) => change(index, { name: value })}
              />
              <TextInput
                type="email"
                label={say.email}
                autoComplete="off"
                required={at >= 0}
                value={person.email}
                error={placed[`signers/${at}/email`]}
                onChange={({ currentTarget: { value } }) => change(index, { email: value })}
              />
              {kind !== 'copy' && (
                <SenderOptions
                  say={saySend}
                  fields={fieldsOf(fields, key)}
                  value={person.decided}
                  faultOf={(path) => placed[`signers/${at}/${path}`]}
                  onChange={(decided) => change(index, { decided })}
                />
              )}
            </fieldset>
          )
        })}
        <ErrorNote error={rest} />
        <Group justify="flex-end" mt="lg">
          <Button type="submit" loading={save.isPending}>
            {say.save}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
