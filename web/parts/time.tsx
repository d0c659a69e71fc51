import type { PointerEvent } from 'react'
import { useLanguage, useWords } from '../app/language.tsx'
import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import { useNow } from './clock.ts'
import { sayExactly, sayRelative } from './relative-time.ts'

/**
 * A moment in relative words. On hover it shows the exact moment with its zone, and in UTC. Null is "never" by default.
 */
export function Time({ at, never }: { at: string | null; never?: string }) {
  const say = useWords({ en, fr }).time
  const { language } = useLanguage()
  const now = useNow()
  if (at === null) return never ?? say.never
  // Written when the pointer reaches it, because writing it for every row would cost more than drawing the row.
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
