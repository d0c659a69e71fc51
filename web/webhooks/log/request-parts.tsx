import { Code, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../app/language.tsx'
import { webhookLog as en } from '../../texts/en/webhook-log.ts'
import { webhookLog as fr } from '../../texts/fr/webhook-log.ts'
import css from './attempt.module.css'
import { showBody } from './show.ts'

/** A part of a request or an answer, under its title. */
export function Part({ title, level = 'h4', children }: { title: string; level?: 'h2' | 'h4'; children: ReactNode }) {
  return (
    <section className={css.part}>
      <Text component={level} fw={600} size="sm" m={0} mb={4}>
        {title}
      </Text>
      {children}
    </section>
  )
}

/** Headers, folded unless `isOpen`, in the order of their names. */
export function Headers({ of: headers, isOpen = false }: { of: Record<string, string> | null; isOpen?: boolean }) {
  const say = useWords({ en, fr }).attempt
  const lines = Object.entries(headers ?? {}).sort(([a], [b]) => a.localeCompare(b))
  if (lines.length === 0) return null
  return (
    <details className={css.headers} open={isOpen}>
      <summary>
        {say.headers} ({lines.length})
      </summary>
      <Code block className={css.text} tabIndex={0}>
        {lines.map(([name, value]) => `${name}: ${value}`).join('\n')}
      </Code>
    </details>
  )
}

/** A body; JSON is shown in lines. */
export function Body({ of: text }: { of: string }) {
  return (
    <Code block className={css.text} tabIndex={0}>
      {showBody(text)}
    </Code>
  )
}
