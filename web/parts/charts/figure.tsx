import '@mantine/charts/styles.css'
import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './charts.module.css'

/** Charts beside each other, as many as there is room for. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className={css.figures}>{children}</div>
}

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

// What is hidden from screen readers may not take the focus, and nothing moves by itself.
const unfocused = { accessibilityLayer: false }
const still = { isAnimationActive: false }
const overTime = { h: 200, gridAxis: 'x', tickLine: 'none' } as const

/** What all bars over time have in common. */
export const bars = { ...overTime, barChartProps: unfocused, barProps: still } as const

/** What all lines over time have in common. A stretch without a number does not break them. */
export const lines = {
  ...overTime,
  lineChartProps: unfocused,
  lineProps: still,
  connectNulls: true,
  curveType: 'linear',
} as const
