import { useQueryClient } from '@tanstack/react-query'
import { askAuth } from '../app/auth.ts'
import { useWords } from '../app/language.tsx'
import { sessionQuery } from '../app/session.ts'
import { Dialog } from '../parts/dialog.tsx'
import { profile as en } from '../texts/en/profile.ts'
import { profile as fr } from '../texts/fr/profile.ts'
import { PasswordForm } from './password-form.tsx'

/** Turns the codes of the app off. */
export function TurnOff({ onClose }: { onClose(): void }) {
  const say = useWords({ en, fr }).app
  const client = useQueryClient()
  const turnOff = async (password: string) => {
    await askAuth('/two-factor/disable', { body: { password } })
    onClose()
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  return (
    <Dialog opened onClose={onClose} title={say.title}>
      <PasswordForm lead={say.turnOffLead} act={say.turnOff} send={turnOff} />
    </Dialog>
  )
}
