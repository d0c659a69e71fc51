import { Paper, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** In place of a list without rows: what would stand there, why one wants it, and how to get the first. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Paper withBorder p="xl" ta="center">
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <Text component="div" c="dimmed" maw="36rem" mx="auto" mb={action ? 'md' : 0}>
        {children}
      </Text>
      {action}
    </Paper>
  )
}
