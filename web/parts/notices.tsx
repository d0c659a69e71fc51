import '@mantine/notifications/styles.css'
import { Button, CopyButton, Group, MantineProvider, Text } from '@mantine/core'
import { Notifications, notifications } from '@mantine/notifications'
import { createRoot } from 'react-dom/client'
import { wishedLanguage } from '../app/language.tsx'
import { theme } from '../app/theme.ts'
import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import type { Undo } from './tell.ts'

const place = document.body.appendChild(document.createElement('div'))
createRoot(place).render(
  <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
    <Notifications position="bottom-right" />
  </MantineProvider>,
)

/** `tell` calls this. */
export function showNotice(message: string, undo?: Undo): void {
  const id = crypto.randomUUID()
  const say = { en, fr }[wishedLanguage()]
  notifications.show({
    id,
    autoClose: undo ? 10_000 : 5_000,
    closeButtonProps: { 'aria-label': say.close },
    message: undo ? <WithUndo {...{ id, message, undo }} /> : message,
  })
}

/** `tellTrouble` calls this. */
export function showTrouble(message: string, requestId: string | null): void {
  const say = { en, fr }[wishedLanguage()]
  const id = requestId && (
    <Group gap="xs" mt={4} wrap="nowrap">
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {say.named(say.requestId, requestId)}
      </Text>
      <CopyButton value={requestId}>
        {({ copied, copy }) => (
          <Button variant="subtle" size="compact-xs" onClick={copy} aria-label={say.copy(say.requestId)}>
            {copied ? say.copied : say.copyShort}
          </Button>
        )}
      </CopyButton>
    </Group>
  )
  notifications.show({
    color: 'red',
    title: say.failed,
    autoClose: false,
    closeButtonProps: { 'aria-label': say.close },
    message: (
      <div role="alert">
        <Text size="sm">{message}</Text>
        {id}
      </div>
    ),
  })
}

function WithUndo({ id, message, undo }: { id: string; message: string; undo: Undo }) {
  const takeBack = () => {
    notifications.hide(id)
    undo.act()
  }
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{message}</Text>
      <Button variant="subtle" size="compact-sm" onClick={takeBack}>
        {undo.label}
      </Button>
    </Group>
  )
}
