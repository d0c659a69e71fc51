import '@mantine/charts/styles.css'
import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './charts.module.css'

/** Charts side by side, as many as there is room for. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className={css.figures}>{children}</div>
}

/** A chart with its name and its content in words. The drawing itself is only visual. */
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

// An element that is hidden from screen readers must not take the focus. The charts have no animation.
const unfocused = { accessibilityLayer: false }
const still = { isAnimationActive: false }
const overTime = { h: 200, gridAxis: 'x', tickLine: 'none' } as const

/** The common settings of all bars over time. */
export const bars = { ...overTime, barChartProps: unfocused, barProps: still } as const

/** The common settings of all lines over time. A point without a number does not break a line. */
export const lines = {
  ...overTime,
  lineChartProps: unfocused,
  lineProps: still,
  connectNulls: true,
  curveType: 'linear',
} as const
