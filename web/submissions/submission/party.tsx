import { Button, Group, Text, Title } from '@mantine/core'
import { type Resource, useChange, useResources } from '../../app/api.ts'
import { useSession } from '../../app/session.ts'
import { ErrorNote } from '../../parts/error-note.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { tell } from '../../parts/tell.ts'
import type { submissions } from '../../texts/en/submissions.ts'
import { hasEnded } from '../tones.ts'

type Signer = Resource<'signers'>
type Props = { say: typeof submissions; of: Resource<'submissions'> }

/** Who takes part in a submission of several, whose turn it is, and what each can be asked to do. */
export function Party({ say, of: { id, attributes } }: Props) {
  const mayWrite = useSession().may('submissions:write')
  const query = { filter: { submission: id }, page: { size: 100 } }
  const signers = useResources('signers', query).data?.data ?? []
  const remind = useChange(['signers', 'reminders'], (api, { id: signer }: Signer) =>
    api.create('reminders', {}, { signer: { data: { type: 'signers', id: signer } } }),
  )
  if (signers.length < 2) return null
  const isOpen = !hasEnded(attributes.status)
  const people = signers.toSorted((one, other) => placeOf(one) - placeOf(other))
  const ask = async (signer: Signer) => {
    await remind.mutateAsync(signer)
    void tell(say.party.reminded(nameOf(signer)))
  }
  return (
    <section aria-label={say.party.title}>
      <Title order={2} size="h5" mb="xs">
        {say.party.title}
      </Title>
      {people.map((signer) => {
        const { role, kind, order, email } = signer.attributes
        const state = stateOf(signer)
        return (
          <Group key={signer.id} gap="xs" mb="xs">
            <Text size="sm">
              <b>{nameOf(signer)}</b>
              {nameOf(signer) === role ? '' : ` ${role}`}, {say.party.kinds[kind]}
              {kind !== 'copy' && `, ${say.party.turn(order)}`}
            </Text>
            {state && (isOpen || state === 'done') && (
              <StatusBadge tone={state === 'done' ? 'good' : state === 'now' ? 'busy' : 'calm'}>
                {say.party[state]}
              </StatusBadge>
            )}
            {mayWrite && isOpen && state === 'now' && email && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={say.party.remindOne(nameOf(signer))}
                loading={remind.isPending}
                onClick={() => void ask(signer).catch(() => {})}
              >
                {say.party.remind}
              </Button>
            )}
          </Group>
        )
      })}
      <ErrorNote error={remind.error} />
    </section>
  )
}

const placeOf = ({ attributes: { kind, order } }: Signer) => (kind === 'copy' ? 100 : 0) + order

const nameOf = ({ attributes: { name, email, role } }: Signer) => name ?? email ?? role

function stateOf({ attributes }: Signer): 'done' | 'now' | 'later' | null {
  if (attributes.kind === 'copy') return null
  if (attributes.signedAt ?? attributes.approvedAt) return 'done'
  return attributes.turnCameAt ? 'now' : 'later'
}
