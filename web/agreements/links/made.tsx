import { Button, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Resource } from '../../app/api.ts'
import { CopyField } from '../../parts/copy-field.tsx'
import type { send } from '../../texts/en/links.ts'
import css from './links.module.css'

export type Delivery = 'email' | 'link'
/** A person whom the sender names. */
export type Person = { role: string; roleName: string; name: string; email: string; delivery: Delivery }
/** A new submission, and its people. */
export type Sent = { submission: Resource<'submissions'>; people: Person[] }

type Props = Sent & { say: typeof send; title: string }

/** Shows each way in once, if the sender must pass it on, and names the people who receive a mail. */
export function Made({ say: { made: say }, title, submission, people }: Props) {
  const { signingUrl, signingUrls } = submission.attributes
  const [only] = people
  const isOne = people.length === 1
  const linked = people.flatMap((person) => {
    const address = signingUrls?.[person.role] ?? (isOne ? signingUrl : undefined)
    return person.delivery === 'link' && typeof address === 'string' ? [{ ...person, address }] : []
  })
  const mailed = people.filter(({ delivery, email }) => delivery === 'email' && email !== '')
  return (
    <>
      {linked.length > 0 && <Text mb="md">{isOne ? say.text : say.textOfSeveral}</Text>}
      {linked.map((person) => (
        <section key={person.role} className={css.way} aria-label={person.roleName || say.what}>
          {!isOne && (
            <Text size="sm" mb={4}>
              <b>{person.roleName}</b> {person.name}
            </Text>
          )}
          <CopyField value={person.address} what={isOne ? say.what : say.whatOf(person.roleName)} />
          {person.email !== '' && (
            <Button mt="xs" size="xs" variant="default" component="a" href={mailOf(person, title, say)}>
              {say.mail}
            </Button>
          )}
        </section>
      ))}
      {mailed.length > 0 && (
        <Text mt={linked.length > 0 ? 'md' : 0}>
          {isOne ? say.mailed.text(only?.email ?? '') : say.mailed.several(mailed.map(({ email }) => email).join(', '))}
        </Text>
      )}
      <Group justify="flex-end" mt="lg">
        <Button renderRoot={(props) => <Link to={`/submissions/${submission.id}`} {...props} />}>{say.follow}</Button>
      </Group>
    </>
  )
}

function mailOf({ name, email, address }: Person & { address: string }, title: string, say: typeof send.made): string {
  const [subject, body] = [say.subject(title), say.body(name, title, address)].map(encodeURIComponent)
  return `mailto:${encodeURIComponent(email)}?subject=${subject}&body=${body}`
}
