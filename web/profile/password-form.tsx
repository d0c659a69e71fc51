import { Button, Group, PasswordInput, Text } from '@mantine/core'
import { useWords } from '../app/language.tsx'
import { useApiForm } from '../parts/api-form.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { profile as en } from '../texts/en/profile.ts'
import { profile as fr } from '../texts/fr/profile.ts'

/** Asks for the password before an action that needs it. */
export function PasswordForm({
  lead,
  act,
  send,
}: {
  lead: string
  act: string
  send(password: string): Promise<unknown>
}) {
  const say = useWords({ en, fr }).confirm
  const { form, error, isSending, onSubmit } = useApiForm({ password: '' }, ({ password }) => send(password))
  return (
    <form onSubmit={onSubmit}>
      <Text mb="md">{lead}</Text>
      <PasswordInput
        label={say.password}
        autoComplete="current-password"
        required
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': say.show }}
        {...form.getInputProps('password')}
      />
      <ErrorNote error={error} />
      <Group justify="flex-end" mt="lg">
        <Button type="submit" loading={isSending}>
          {act}
        </Button>
      </Group>
    </form>
  )
}
