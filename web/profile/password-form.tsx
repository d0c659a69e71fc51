import { PasswordInput, Text } from '@mantine/core'
import { useWords } from '../app/language.tsx'
import { useApiForm } from '../parts/api-form.ts'
import { FormFrame } from '../parts/form-dialog.tsx'
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
  const { form, ...sending } = useApiForm({ password: '' }, ({ password }) => send(password))
  return (
    <FormFrame act={act} {...sending}>
      <Text mb="md">{lead}</Text>
      <PasswordInput
        label={say.password}
        autoComplete="current-password"
        required
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': say.show }}
        {...form.getInputProps('password')}
      />
    </FormFrame>
  )
}
