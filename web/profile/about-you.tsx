import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { askAuth } from '../app/auth.ts'
import { languages, useLanguage, useWords } from '../app/language.tsx'
import { sessionQuery, useSession } from '../app/session.ts'
import { useApiForm } from '../parts/api-form.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { tell } from '../parts/tell.ts'
import { profile as en } from '../texts/en/profile.ts'
import { profile as fr } from '../texts/fr/profile.ts'
import { Section } from './section.tsx'

/** The name that all organizations see, and the language of pages and mails. */
export function AboutYou() {
  const say = useWords({ en, fr }).you
  const { user } = useSession()
  const { language, choose } = useLanguage()
  const client = useQueryClient()
  const { form, error, isSending, onSubmit } = useApiForm({ name: user.name, language }, async (values) => {
    await askAuth('/profile', { body: values })
    choose(values.language)
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    void tell(say.saved)
  })
  return (
    <Section title={say.title} about={user.email}>
      <form onSubmit={onSubmit}>
        <Group grow align="flex-start">
          <TextInput label={say.name} description={say.nameHint} required {...form.getInputProps('name')} />
          <NativeSelect
            label={say.language}
            description={say.languageHint}
            data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('language')}
          />
        </Group>
        <ErrorNote error={error} />
        <Button type="submit" mt="md" loading={isSending}>
          {say.save}
        </Button>
      </form>
    </Section>
  )
}
