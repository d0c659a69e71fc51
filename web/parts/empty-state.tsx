import { Paper, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** Shown instead of an empty list: its future contents, their purpose, and the way to the first one. */
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
