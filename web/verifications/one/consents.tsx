import { Text, Title } from '@mantine/core'
import { useResources } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { Facts } from '../../parts/facts.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { Time } from '../../parts/time.tsx'
import { verification as en } from '../../texts/en/verification.ts'
import { verification as fr } from '../../texts/fr/verification.ts'

/** What the person agreed to, and whether it still holds. */
export function Consents({ person }: { person: string }) {
  const say = useWords({ en, fr }).consents
  const { data } = useResources('consents', { filter: { person }, page: { size: 100 } })
  if (!data) return null
  const facts = data.data.map(({ id, attributes: { kind, acceptedAt, withdrawnAt, textVersion, locale } }) => {
    const value = (
      <span key={id}>
        <Time at={acceptedAt} /> · {say.version(textVersion, locale)}{' '}
        {withdrawnAt !== null && <StatusBadge tone="bad">{say.withdrawn}</StatusBadge>}
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
    </section>
  )
}
