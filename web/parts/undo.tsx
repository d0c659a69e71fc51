import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'

/** Tells what was done, and offers to take it back for a few seconds. */
export function offerUndo({ done, undo, onUndo }: { done: string; undo: string; onUndo(): void }): void {
  const id = crypto.randomUUID()
  const takeBack = () => {
    notifications.hide(id)
    onUndo()
  }
  notifications.show({
    id,
    autoClose: 8_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{done}</Text>
        <Button variant="subtle" size="compact-sm" onClick={takeBack}>
          {undo}
        </Button>
      </Group>
    ),
  })
}
