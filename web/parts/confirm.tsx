import { Button, Group, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../app/language.tsx'
import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import { Dialog } from './dialog.tsx'
import { ErrorNote } from './error-note.tsx'

type ConfirmProps = {
  opened: boolean
  title: string
  children: ReactNode
  /** The label of the button: "Revoke". */
  act: string
  /** The dialog stays open until the action is done, and shows its error. */
  onConfirm(): Promise<unknown>
  onClose(): void
}

/** Asks before an action that cannot be undone. Other actions happen at once and offer `undo`. */
export function Confirm({ opened, title, children, act, onConfirm, onClose }: ConfirmProps) {
  const say = useWords({ en, fr })
  const [state, setState] = useState<{ isBusy: boolean; error: unknown }>({ isBusy: false, error: null })
  const confirm = async () => {
    setState({ isBusy: true, error: null })
    try {
      await onConfirm()
      setState({ isBusy: false, error: null })
      onClose()
    } catch (error) {
      setState({ isBusy: false, error })
    }
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <Text component="div">{children}</Text>
      <ErrorNote error={state.error} />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {say.cancel}
        </Button>
        <Button color="red.9" onClick={confirm} loading={state.isBusy}>
          {act}
        </Button>
      </Group>
    </Dialog>
  )
}
