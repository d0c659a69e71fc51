import '@mantine/charts/styles.css'
import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './statistics.module.css'

/** A chart with its name and what it says in words. The drawing itself is for the eye. */
export function Figure({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <figure className={css.figure}>
      <figcaption>
        <Title order={2} size="h5">
          {title}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {about}
        </Text>
      </figcaption>
      <div aria-hidden="true">{children}</div>
    </figure>
  )
}

/** What all charts over days have in common. */
export const overDays = { h: 200, dataKey: 'day', gridAxis: 'x', tickLine: 'none', withLegend: true } as const
