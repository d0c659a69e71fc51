import type { PointerEvent } from 'react'
import { useLanguage, useWords } from '../app/language.tsx'
import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import { useNow } from './clock.ts'
import { sayExactly, sayRelative } from './relative-time.ts'

/** A moment in relative words; on hover the exact one with its zone, and in UTC. Null is "never" by default. */
export function Time({ at, never }: { at: string | null; never?: string }) {
  const say = useWords({ en, fr }).time
  const { language } = useLanguage()
  const now = useNow()
  if (at === null) return never ?? say.never
  // Said when somebody points at it: to say it of every row would cost more than to draw the row.
  const sayAll = ({ currentTarget }: PointerEvent<HTMLTimeElement>) => {
    const { local, utc } = sayExactly(new Date(at), language)
    currentTarget.title = say.exact(local, utc)
  }
  return (
    <time dateTime={at} onPointerEnter={sayAll}>
      {sayRelative(new Date(at), now, language, say.justNow)}
    </time>
  )
}
