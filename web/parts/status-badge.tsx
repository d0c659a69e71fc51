import type { ReactNode } from 'react'
import css from './status-badge.module.css'

/** What a state means to who looks: well, in need of somebody, failed, under way, or over. */
export type Tone = 'good' | 'warn' | 'bad' | 'busy' | 'calm'

/** A state in a word. Its colour says no more than the word does. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={css.badge} data-tone={tone}>
      {children}
    </span>
  )
}
