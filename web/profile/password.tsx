import { Button, PasswordInput } from '@mantine/core'
import { askAuth } from '../app/auth.ts'
import { useWords } from '../app/language.tsx'
import { useApiForm } from '../parts/api-form.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { tell } from '../parts/tell.ts'
import { profile as en } from '../texts/en/profile.ts'
import { profile as fr } from '../texts/fr/profile.ts'
import css from './about-you.module.css'
import { Section } from './section.tsx'

/** Changes the password, which signs out every other browser. */
export function Password() {
  const words = useWords({ en, fr })
  const say = words.password
  const { form, error, isSending, onSubmit, clear } = useApiForm(
    { currentPassword: '', newPassword: '' },
    async (values) => {
      await askAuth('/password', { body: values })
      clear()
      void tell(say.saved)
    },
  )
  const show = { 'aria-label': words.confirm.show }
  return (
    <Section title={say.title} about={say.about}>
      <form onSubmit={onSubmit}>
        <div className={css.looks}>
          <PasswordInput
            label={say.current}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={show}
            {...form.getInputProps('currentPassword')}
          />
          <PasswordInput
            label={say.next}
            autoComplete="new-password"
            required
            visibilityToggleButtonProps={show}
            {...form.getInputProps('newPassword')}
          />
        </div>
        <ErrorNote error={error} />
        <Button type="submit" variant="default" mt="md" loading={isSending}>
          {say.save}
        </Button>
      </form>
    </Section>
  )
}
