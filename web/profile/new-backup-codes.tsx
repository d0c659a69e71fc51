import { useState } from 'react'
import { askAuth } from '../app/auth.ts'
import { useWords } from '../app/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { profile as en } from '../texts/en/profile.ts'
import { profile as fr } from '../texts/fr/profile.ts'
import { BackupCodes } from './backup-codes.tsx'
import { PasswordForm } from './password-form.tsx'

/** New backup codes instead of the old ones. */
export function NewBackupCodes({ onClose }: { onClose(): void }) {
  const say = useWords({ en, fr }).app
  const [codes, setCodes] = useState<string[] | null>(null)
  const renew = async (password: string) => {
    const answer = await askAuth<{ backupCodes: string[] }>('/two-factor/backup-codes', { body: { password } })
    setCodes(answer.backupCodes)
  }
  return (
    <Dialog opened onClose={onClose} title={say.renew}>
      {codes === null ? (
        <PasswordForm lead={say.renewLead} act={say.renew} send={renew} />
      ) : (
        <BackupCodes codes={codes} onDone={onClose} />
      )}
    </Dialog>
  )
}
