import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'
import { profile as en } from '../texts/en/profile.ts'
import { profile as fr } from '../texts/fr/profile.ts'
import { NewBackupCodes } from './new-backup-codes.tsx'
import { Section } from './section.tsx'
import { TurnOff } from './turn-off.tsx'
import { TurnOn } from './turn-on.tsx'

/** Codes of an authenticator app. Sign-in requests one after the password. */
export function AppCodes() {
  const say = useWords({ en, fr }).app
  const { user } = useSession()
  const [open, setOpen] = useState<'on' | 'off' | 'codes' | null>(null)
  const close = () => setOpen(null)
  return (
    <Section title={say.title} about={say.about}>
      <Text fw={600} mb="sm">
        {user.hasTwoFactors ? say.isOn : say.isOff}
      </Text>
      {user.hasTwoFactors ? (
        <Group>
          <Button variant="default" onClick={() => setOpen('codes')}>
            {say.renew}
          </Button>
          <Button variant="default" onClick={() => setOpen('off')}>
            {say.turnOff}
          </Button>
        </Group>
      ) : (
        <Button variant="default" onClick={() => setOpen('on')}>
          {say.turnOn}
        </Button>
      )}
      {open === 'on' && <TurnOn onClose={close} />}
      {open === 'off' && <TurnOff onClose={close} />}
      {open === 'codes' && <NewBackupCodes onClose={close} />}
    </Section>
  )
}
