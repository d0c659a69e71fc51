import { Button, Group, Text, Title } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { notBySender } from '../../agreements/agreement/new-field.ts'
import { type Resource, useChange, useResources } from '../../app/api.ts'
import { useSession } from '../../app/session.ts'
import { ErrorNote } from '../../parts/error-note.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { tell } from '../../parts/tell.ts'
import type { submissions } from '../../texts/en/submissions.ts'
import { hasEnded } from '../tones.ts'
import { useFieldsOf } from './fields-of.ts'
import { isDone, nameOf, placeOf, type Signer, stateOf, toneOf } from './part.ts'
import css from './submission.module.css'

const ChangeSigner = lazy(async () => ({ default: (await import('./change-signer.tsx')).ChangeSigner }))

type Props = { say: typeof submissions; of: Resource<'submissions'> }

/** The people of a submission, the state of each, and the sender's actions. */
export function Party({ say, of }: Props) {
  const { id, attributes, relationships } = of
  const { may } = useSession()
  const mayWrite = may('submissions:write')
  const names = useRoleNames(relationships.agreement.data?.id ?? '', may('agreements:read'))
  const query = { filter: { submission: id }, page: { size: 100 } }
  const signers = useResources('signers', query).data?.data ?? []
  const fields = [...useFieldsOf(of).values()].filter(({ type }) => !notBySender.includes(type))
  const [changing, setChanging] = useState<Signer | null>(null)
  const remind = useChange(['signers', 'reminders'], (api, { id: signer }: Signer) =>
    api.create('reminders', {}, { signer: { data: { type: 'signers', id: signer } } }),
  )
  if (signers.length === 0) return null
  const isOpen = !hasEnded(attributes.status)
  // The shown people have the names of their roles; fields have the keys.
  const roleOf = (id: string) => signers.find((one) => one.id === id)?.attributes.role
  const named = signers.map((signer) => withRole(signer, names))
  const people = named.toSorted((one, other) => placeOf(one) - placeOf(other))
  const ask = async (signer: Signer) => {
    await remind.mutateAsync(signer)
    void tell(say.party.reminded(nameOf(signer)))
  }
  return (
    <section aria-label={say.party.title} className={css.party}>
      <Title order={2} size="h5" mb="xs">
        {say.party.title}
      </Title>
      {people.map((signer) => (
        <Part
          key={signer.id}
          {...{ say, signer, isOpen, count: people.length }}
          mayChange={mayWrite && isOpen && !isDone(signer)}
          isReminding={remind.isPending}
          onRemind={() => void ask(signer).catch(() => {})}
          onChange={() => setChanging(signer)}
        />
      ))}
      <ErrorNote error={remind.error} />
      {changing && (
        <Suspense>
          <ChangeSigner
            {...{ say, of: changing }}
            fields={fields.filter(({ role }) => role === roleOf(changing.id))}
            onClose={() => setChanging(null)}
          />
        </Suspense>
      )}
    </section>
  )
}

type PartProps = {
  say: typeof submissions
  signer: Signer
  /** Whether the submission is still open. */
  isOpen: boolean
  /** The number of people. */
  count: number
  mayChange: boolean
  isReminding: boolean
  onRemind(): void
  onChange(): void
}

/** One person: their state, and the possible actions. */
function Part({ say, signer, isOpen, count, mayChange, isReminding, onRemind, onChange }: PartProps) {
  const { email, turnCameAt } = signer.attributes
  const state = stateOf(signer)
  return (
    <div className={css.part}>
      <Group gap="xs" justify="space-between">
        <Text size="sm" fw={600}>
          {nameOf(signer)}
        </Text>
        {(isOpen || isDone(signer)) && <StatusBadge tone={toneOf[state]}>{say.party.states[state]}</StatusBadge>}
      </Group>
      <Text size="xs" c="dimmed" className={css.words}>
        {describe(signer, say, count)}
      </Text>
      {mayChange && (
        <Group gap="xs" mt={4}>
          {turnCameAt !== null && email && signer.attributes.kind !== 'copy' && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={say.party.remindOne(nameOf(signer))}
              loading={isReminding}
              onClick={onRemind}
            >
              {say.party.remind}
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={say.party.changeOne(nameOf(signer))}
            onClick={onChange}
          >
            {say.party.change}
          </Button>
        </Group>
      )}
    </div>
  )
}

/** The names of an agreement's roles by key, without roles that the agreement no longer has. */
function useRoleNames(agreementId: string, isAsked: boolean): ReadonlyMap<string, string> {
  const query = { filter: { id: agreementId }, fields: { agreements: ['title', 'signerRoles'] } }
  const [agreement] = useResources('agreements', query, isAsked).data?.data ?? []
  return new Map(agreement?.attributes.signerRoles.map(({ key, name }) => [key, name]))
}

function withRole(signer: Signer, names: ReadonlyMap<string, string>): Signer {
  const { role } = signer.attributes
  return { ...signer, attributes: { ...signer.attributes, role: names.get(role) ?? role } }
}

/** The person's address, role, task and turn, if they are known and relevant. */
function describe(signer: Signer, { party }: typeof submissions, count: number): string {
  const { role, kind, order, email, name } = signer.attributes
  const parts = [
    ...(name && email ? [email] : []),
    ...(count > 1 && nameOf(signer) !== role ? [role] : []),
    ...(count > 1 ? [party.kinds[kind]] : []),
    ...(count > 1 && kind !== 'copy' ? [party.turn(order)] : []),
  ]
  return parts.join(' · ')
}
