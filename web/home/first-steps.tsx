import { List, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useWords } from '../app/language.tsx'
import { prefix } from '../app/place.ts'
import { CopyField } from '../parts/copy-field.tsx'
import { home as en } from '../texts/en/home.ts'
import { home as fr } from '../texts/fr/home.ts'
import css from './home.module.css'

const integrations: string = '/settings/integrations'
const agreement = {
  title: 'First agreement',
  source: '# First agreement\n\nI, {{name}}, have read this.\n\n{{signature}}',
  signer_roles: [{ key: 'signer', name: 'Signer' }],
  fields: [
    { key: 'name', label: 'Name', type: 'text', role: 'signer', required: true },
    { key: 'signature', label: 'Signature', type: 'signature', role: 'signer', required: true },
  ],
}

/** Three commands for a newcomer, which work without changes. */
export function FirstSteps() {
  const say = useWords({ en, fr }).steps
  const post = (path: string) =>
    `curl -s ${location.origin}${prefix}/v2/${path} -H "x-api-key: $KEY" -H 'content-type: application/json'`
  return (
    <section className={css.section} aria-labelledby="steps">
      <Title order={2} size="h4" id="steps" mb="sm">
        {say.title}
      </Title>
      <List type="ordered" spacing="md" classNames={{ itemWrapper: css.step ?? '', itemLabel: css.step ?? '' }}>
        <List.Item>
          <Link to={integrations}>{say.key}</Link>
          <Text size="sm">{say.keyText}</Text>
          <CopyField value="KEY='APIKEY-…'" what={say.command} />
        </List.Item>
        <List.Item>
          {say.agreement}
          <Text size="sm">{say.agreementText}</Text>
          <CopyField value={`${post('agreements')} -d '${JSON.stringify(agreement)}'`} what={say.command} />
        </List.Item>
        <List.Item>
          {say.link}
          <Text size="sm">{say.linkText}</Text>
          <CopyField value={`${post('agreement-links')} -d '{"agreement_id": "AGREE-…"}'`} what={say.command} />
        </List.Item>
      </List>
    </section>
  )
}
