import { Button, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { type Resource, useChange, useResources } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useSession } from '../../app/session.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { Facts } from '../../parts/facts.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { tell } from '../../parts/tell.ts'
import { Time } from '../../parts/time.tsx'
import { verification as en } from '../../texts/en/verification.ts'
import { verification as fr } from '../../texts/fr/verification.ts'

type Consent = Resource<'consents'>

/** The consents of the person, and whether each still holds. */
export function Consents({ person }: { person: string }) {
  const say = useWords({ en, fr }).consents
  const { may } = useSession()
  const [asked, setAsked] = useState<Consent | null>(null)
  const { data } = useResources('consents', { filter: { person }, page: { size: 100 } })
  if (!data) return null
  const facts = data.data.map((consent) => {
    const { kind, acceptedAt, withdrawnAt, textVersion, locale } = consent.attributes
    const value = (
      <span key={consent.id}>
        <Time at={acceptedAt} /> · {say.version(textVersion, locale)}{' '}
        {withdrawnAt !== null && <StatusBadge tone="bad">{say.withdrawn}</StatusBadge>}
        {withdrawnAt === null && may('verifications:write') && (
          <Button
            variant="default"
            size="compact-xs"
            aria-label={say.withdrawWhat(say.kinds[kind])}
            onClick={() => setAsked(consent)}
          >
            {say.withdraw}
          </Button>
        )}
      </span>
    )
    return [say.kinds[kind], value] as const
  })
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {say.title}
      </Title>
      {facts.length === 0 ? <Text c="dimmed">{say.none}</Text> : <Facts of={facts} />}
      {asked && <Withdraw of={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}

/** Asks before a consent is withdrawn for the person, which ends the checks that need it. */
function Withdraw({ of: { id, attributes }, onClose }: { of: Consent; onClose(): void }) {
  const say = useWords({ en, fr }).consents
  const withdraw = useChange(['consents', 'verifications', 'withdrawals', 'events'], (api) =>
    api.create('withdrawals', {}, { consent: { data: { type: 'consents', id } } }),
  )
  const confirm = async () => {
    await withdraw.mutateAsync(undefined)
    void tell(say.taken)
  }
  return (
    <Confirm
      opened
      title={say.withdrawWhat(say.kinds[attributes.kind])}
      act={say.withdraw}
      onConfirm={confirm}
      onClose={onClose}
    >
      {say.withdrawText}
    </Confirm>
  )
}
