import { Paper, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** Shown in place of an empty list: what it would hold, why, and how to get the first. */
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
