import { Button, Group, MantineProvider, PasswordInput, Text } from '@mantine/core'
import { type SyntheticEvent, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { LanguageProvider, useWords, wishedLanguage } from '../app/language.tsx'
import { prefix } from '../app/place.ts'
import { theme } from '../app/theme.ts'
import { profile as en } from '../texts/en/profile.ts'
import { profile as fr } from '../texts/fr/profile.ts'
import { Dialog } from './dialog.tsx'

/** Asks for the password again, in a dialog above all others. Returns whether it was right. */
export function askForPassword(): Promise<boolean> {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  return new Promise((resolve) => {
    const done = (isConfirmed: boolean) => {
      root.unmount()
      place.remove()
      resolve(isConfirmed)
    }
    root.render(
      <LanguageProvider>
        <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
          <Prompt onDone={done} />
        </MantineProvider>
      </LanguageProvider>,
    )
  })
}

function Prompt({ onDone }: { onDone(isConfirmed: boolean): void }) {
  const say = useWords({ en, fr }).confirm
  const [password, setPassword] = useState('')
  const [state, setState] = useState<{ isSending: boolean; fault: string | null }>({ isSending: false, fault: null })
  const send = async (event: SyntheticEvent) => {
    event.preventDefault()
    // The dialog is inside its caller's tree, and the form of the caller must not be sent with it.
    event.stopPropagation()
    setState({ isSending: true, fault: null })
    const fault = await confirm(password, say.failed)
    if (fault === null) return onDone(true)
    setState({ isSending: false, fault })
  }
  const usePasskey = async () => {
    setState({ isSending: true, fault: null })
    const fault = await confirmByPasskey(say.passkeyFailed)
    if (fault === null) return onDone(true)
    setState({ isSending: false, fault })
  }
  return (
    <Dialog opened onClose={() => onDone(false)} title={say.title} size="sm">
      <form onSubmit={send}>
        <Text mb="md">{say.lead}</Text>
        <PasswordInput
          label={say.password}
          autoComplete="current-password"
          required
          data-autofocus
          value={password}
          error={state.fault}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': say.show }}
        />
        <Group justify="flex-end" mt="lg">
          {hasPasskeys && (
            <Button variant="default" disabled={state.isSending} onClick={usePasskey}>
              {say.passkey}
            </Button>
          )}
          <Button type="submit" loading={state.isSending}>
            {say.submit}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}

const hasPasskeys =
  typeof PublicKeyCredential !== 'undefined' && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'

/** Asks the server whether the password is right. Returns the fault, or null. */
const confirm = (password: string, failed: string) => prove('/confirm', { password }, failed)

/** The browser proves the person's identity by a passkey. Returns the fault, or null. */
async function confirmByPasskey(failed: string): Promise<string | null> {
  const asked = await post('/sign-in/passkey/options', {})
  if (!asked?.ok) return failed
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await asked.json())
  const chosen = await navigator.credentials.get({ publicKey }).catch(() => null)
  return chosen instanceof PublicKeyCredential
    ? prove('/confirm/passkey', { response: chosen.toJSON() }, failed)
    : failed
}

async function prove(path: string, body: object, failed: string): Promise<string | null> {
  const reply = await post(path, body)
  if (reply?.ok) return null
  const said: { message?: string } | null = (await reply?.json().catch(() => null)) ?? null
  return said?.message ?? failed
}

function post(path: string, body: object): Promise<Response | null> {
  const headers = { 'content-type': 'application/json', 'accept-language': wishedLanguage() }
  const sent = { method: 'POST', headers, body: JSON.stringify(body) }
  return fetch(`${prefix}/auth${path}`, sent).catch(() => null)
}
