import type { ReactNode } from 'react'
import css from './status-badge.module.css'

/** The meaning of a state: good, needs somebody, failed, in progress, or over. */
export type Tone = 'good' | 'warn' | 'bad' | 'busy' | 'calm'

/** A state in a word. Its colour adds nothing to the word. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={css.badge} data-tone={tone}>
      {children}
    </span>
  )
}
