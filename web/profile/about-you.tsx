import { Button, NativeSelect, TextInput } from '@mantine/core'
import { languages, useWords } from '../app/language.tsx'
import { type Looks, useLooks } from '../app/looks.ts'
import { useSession } from '../app/session.ts'
import { useApiForm } from '../parts/api-form.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { tell } from '../parts/tell.ts'
import { profile as en } from '../texts/en/profile.ts'
import { profile as fr } from '../texts/fr/profile.ts'
import css from './about-you.module.css'
import { Section } from './section.tsx'

type Values = { name: string; language: Looks['language'] | 'browser'; scheme: Looks['scheme'] }

/** The name that all organizations see, and the language and look of pages on every device. */
export function AboutYou() {
  const say = useWords({ en, fr }).you
  const { user } = useSession()
  const { chosen, keep, show } = useLooks()
  const began: Values = { name: user.name, language: chosen.language ?? 'browser', scheme: chosen.scheme }
  const { form, error, isSending, onSubmit } = useApiForm(began, async ({ name, language, scheme }) => {
    const looks = { language: language === 'browser' ? null : language, scheme }
    await keep(name, looks)
    show(looks)
    void tell(say.saved)
  })
  return (
    <Section title={say.title} about={user.email}>
      <form onSubmit={onSubmit}>
        <div className={css.looks}>
          <TextInput label={say.name} description={say.nameHint} required {...form.getInputProps('name')} />
          <NativeSelect
            label={say.language}
            description={say.languageHint}
            data={[
              { value: 'browser', label: say.likeBrowser },
              ...Object.entries(languages).map(([value, label]) => ({ value, label })),
            ]}
            {...form.getInputProps('language')}
          />
          <NativeSelect
            label={say.scheme}
            description={say.schemeHint}
            data={Object.entries(say.schemes).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('scheme')}
          />
        </div>
        <ErrorNote error={error} />
        <Button type="submit" mt="md" loading={isSending}>
          {say.save}
        </Button>
      </form>
    </Section>
  )
}
