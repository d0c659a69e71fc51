import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './agreement.module.css'
import { Fault } from './fault.tsx'

type Props = { title: string; about: string; fault: string | undefined; children: ReactNode }

/** A card of the editor: its subject, the fault of the whole card, and its contents. */
export function Card({ title, about, fault, children }: Props) {
  return (
    <section className={css.card} aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {about}
      </Text>
      <Fault of={fault} />
      {children}
    </section>
  )
}
