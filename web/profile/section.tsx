import { Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'

/** One section of the profile, with its heading. */
export function Section({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h4" id={id}>
        {title}
      </Title>
      {about && (
        <Text c="dimmed" size="sm" mb="sm">
          {about}
        </Text>
      )}
      {children}
    </section>
  )
}
