import { Title } from '@mantine/core'
import type { Resource } from '../../app/api.ts'
import { useLanguage } from '../../app/language.tsx'
import { Facts } from '../../parts/facts.tsx'
import type { submissions } from '../../texts/en/submissions.ts'
import { nameOf, useFieldsOf } from './fields-of.ts'
import { sayValue } from './say-value.ts'
import css from './submission.module.css'

type Props = { say: typeof submissions; of: Resource<'submissions'> }

/** The values of signers, by the labels that they saw. Shows nothing without values. */
export function Filled({ say: { one: say }, of: submission }: Props) {
  const { language } = useLanguage()
  const fields = useFieldsOf(submission)
  const entries = Object.entries(submission.attributes.fieldValues)
  if (entries.length === 0) return null
  return (
    <section className={css.known} aria-labelledby="filled">
      <Title order={2} size="h4" id="filled" mt="lg" mb="xs">
        {say.values}
      </Title>
      <Facts
        of={entries.map(([key, value]) => [
          nameOf(fields.get(key), key),
          sayValue(fields.get(key)?.type, value, language, say.ticked),
        ])}
      />
    </section>
  )
}
