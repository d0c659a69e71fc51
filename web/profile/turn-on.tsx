import { Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { askAuth } from '../app/auth.ts'
import { useWords } from '../app/language.tsx'
import { sessionQuery } from '../app/session.ts'
import { useApiForm } from '../parts/api-form.ts'
import { CopyField } from '../parts/copy-field.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormFrame } from '../parts/form-dialog.tsx'
import { profile as en } from '../texts/en/profile.ts'
import { profile as fr } from '../texts/fr/profile.ts'
import { BackupCodes } from './backup-codes.tsx'
import { PasswordForm } from './password-form.tsx'

type Offer = { uri: string; backupCodes: string[] }

/** The password, the secret for the app, a first code from the app, and the backup codes to keep. */
export function TurnOn({ onClose }: { onClose(): void }) {
  const say = useWords({ en, fr }).app
  const client = useQueryClient()
  const [offer, setOffer] = useState<Offer | null>(null)
  const [isOn, setOn] = useState(false)
  // The session is read again only now, because the button that opened this dialog changes with it.
  const close = async () => {
    onClose()
    if (isOn) await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  return (
    <Dialog opened onClose={close} title={say.title}>
      {offer === null ? (
        <PasswordForm
          lead={say.passwordFirst}
          act={say.next}
          send={async (password) => setOffer(await askAuth<Offer>('/two-factor/offer', { body: { password } }))}
        />
      ) : isOn ? (
        <BackupCodes codes={offer.backupCodes} onDone={close} />
      ) : (
        <FirstCode uri={offer.uri} onDone={() => setOn(true)} />
      )}
    </Dialog>
  )
}

function FirstCode({ uri, onDone }: { uri: string; onDone(): void }) {
  const say = useWords({ en, fr }).app
  const { form, ...sending } = useApiForm({ code: '' }, async (values) => {
    await askAuth('/two-factor/enable', { body: values })
    onDone()
  })
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(uri, { border: 4 }))}`
  return (
    <FormFrame act={say.turnOn} {...sending}>
      <Text>{say.scan}</Text>
      <img src={picture} alt={say.picture} width={200} height={200} />
      <Text mb={4}>{say.orType}</Text>
      <CopyField value={secret} what={say.secret} />
      <TextInput
        mt="md"
        label={say.code}
        description={say.codeHint}
        autoComplete="one-time-code"
        inputMode="numeric"
        required
        data-autofocus
        {...form.getInputProps('code')}
      />
    </FormFrame>
  )
}
