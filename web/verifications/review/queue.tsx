import { useEffect, useRef } from 'react'
import { useWords } from '../../app/language.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { Time } from '../../parts/time.tsx'
import { review as en } from '../../texts/en/review.ts'
import { verifications as enAll } from '../../texts/en/verifications.ts'
import { review as fr } from '../../texts/fr/review.ts'
import { verifications as frAll } from '../../texts/fr/verifications.ts'
import { nameOf } from '../words.tsx'
import css from './review.module.css'
import type { Waiting } from './waiting.ts'

type Props = { of: readonly Waiting[]; at: number; onSelect(id: string): void }

/** The list of waiting checks, beside the chosen one. */
export function Queue({ of: waiting, at, onSelect }: Props) {
  const words = useWords({ en: enAll, fr: frAll })
  const say = useWords({ en, fr })
  const current = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (at >= 0) current.current?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <ol className={css.queue} aria-label={say.list}>
      {waiting.map(({ one, isMine, isTaken, by }, index) => (
        <li key={one.id}>
          <button
            type="button"
            ref={index === at ? current : undefined}
            className={css.item}
            aria-current={index === at}
            onClick={() => onSelect(one.id)}
          >
            <span className={css.name}>{nameOf(one.attributes, words)}</span>
            <span className={css.since}>
              <Time at={one.attributes.lastStatusAt} />
            </span>
            {isMine && <StatusBadge tone="busy">{say.mine}</StatusBadge>}
            {isTaken && <StatusBadge tone="calm">{say.taken(by)}</StatusBadge>}
          </button>
        </li>
      ))}
    </ol>
  )
}
