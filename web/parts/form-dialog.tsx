import { Button, Group } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import type { ApiForm } from './api-form.ts'
import { Dialog, type DialogProps } from './dialog.tsx'
import { ErrorNote } from './error-note.tsx'

type Sending = Pick<ApiForm<Record<string, unknown>>, 'error' | 'isSending' | 'onSubmit'>

type FormFrameProps = Sending & {
  /** The label of the button: "Create". */
  act: string
  color?: string
  /** The form has nothing to send, or cannot be sent now. */
  isOff?: boolean
  onKeyDown?(event: KeyboardEvent<HTMLFormElement>): void
  children: ReactNode
}

/** A form of `useApiForm` with its error and its button, for a dialog that shows more than a form. */
export function FormFrame({
  act,
  color,
  isOff = false,
  error,
  isSending,
  onSubmit,
  onKeyDown,
  children,
}: FormFrameProps) {
  return (
    <form onSubmit={onSubmit} onKeyDown={onKeyDown}>
      {children}
      <ErrorNote error={error} />
      <Group justify="flex-end" mt="lg">
        <Button type="submit" loading={isSending} disabled={isOff} {...(color ? { color } : {})}>
          {act}
        </Button>
      </Group>
    </form>
  )
}

/** A dialog that is a form of `useApiForm`. */
export function FormDialog({ title, size, onClose, ...frame }: FormFrameProps & Omit<DialogProps, 'opened'>) {
  return (
    <Dialog opened onClose={onClose} title={title} {...(size ? { size } : {})}>
      <FormFrame {...frame} />
    </Dialog>
  )
}
