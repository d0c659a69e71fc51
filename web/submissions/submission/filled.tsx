import { Title } from '@mantine/core'
import { type Resource, useResources } from '../../app/api.ts'
import { useLanguage } from '../../app/language.tsx'
import { useSession } from '../../app/session.ts'
import { Facts } from '../../parts/facts.tsx'
import type { submissions } from '../../texts/en/submissions.ts'
import { sayValue } from './say-value.ts'
import css from './submission.module.css'

type Props = { say: typeof submissions; of: Resource<'submissions'> }

/** What signers filled in, by the labels that they saw. Nothing while they have filled in nothing. */
export function Filled({ say: { one: say }, of: { attributes, relationships } }: Props) {
  const { language } = useLanguage()
  const { fieldValues, agreementVersion } = attributes
  const agreement = relationships.agreement.data?.id ?? ''
  const query = { filter: { agreement, number: String(agreementVersion) } }
  const [version] = useResources('agreement-versions', query, useSession().may('agreements:read')).data?.data ?? []
  const fields = new Map(version?.attributes.fields.map((field) => [field.key, field]))
  const entries = Object.entries(fieldValues)
  if (entries.length === 0) return null
  return (
    <section className={css.known} aria-labelledby="filled">
      <Title order={2} size="h4" id="filled" mt="lg" mb="xs">
        {say.values}
      </Title>
      <Facts
        of={entries.map(([key, value]) => [
          fields.get(key)?.label ?? `{{${key}}}`,
          sayValue(fields.get(key)?.type, value, language, say.ticked),
        ])}
      />
    </section>
  )
}
