import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { useSession } from '../../app/session.ts'
import { CopyField } from '../../parts/copy-field.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { useKeys } from '../../parts/keys.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { review as en } from '../../texts/en/review.ts'
import { review as fr } from '../../texts/fr/review.ts'
import { orderCommand } from '../order-command.ts'
import { useActs } from './acts.ts'
import { Chosen } from './chosen.tsx'
import type { Result } from './decide.tsx'
import { Queue } from './queue.tsx'
import css from './review.module.css'
import { useWaiting } from './waiting.ts'

const loadDecide = () => import('./decide.tsx')
const Decide = lazy(loadDecide)

/** The queue of checks that wait for a decision, for work by keyboard. */
export function Page() {
  const say = useWords({ en, fr })
  const mayDecide = useSession().may('verifications:write')
  const { asked, waiting, index, chosen, select } = useWaiting()
  const { toggle, next, isBusy } = useActs(say, select)
  const [deciding, setDeciding] = useState<Result | null>(null)
  const navigate = useNavigate()
  // A person who decides by keyboard continues to type at once, so the dialog loads ahead.
  useEffect(() => void loadDecide(), [])
  const act = (name: Act) => {
    if (deciding) return
    const there = { down: waiting[index + 1], up: waiting[index - 1] }
    if (name === 'down' || name === 'up') return there[name] && select(there[name].one.id)
    if (name === 'open') return chosen && void navigate({ to: `/verifications/${chosen.one.id}` })
    if (!mayDecide) return
    if (name === 'next') return void next()
    if (!chosen || chosen.isTaken) return
    if (name === 'claim') return void toggle(chosen)
    setDeciding(name === 'accept' ? 'verified' : 'rejected')
  }
  useReviewKeys(act)
  return (
    <>
      <PageHead
        back={{ to: '/verifications', label: say.verifications }}
        title={say.title}
        about={`${say.about} ${say.showKeys}`}
      />
      <Loaded of={asked}>
        {() =>
          chosen === null ? (
            <EmptyState title={say.empty.title} action={<CopyField what={say.empty.command} value={orderCommand()} />}>
              {say.empty.text}
            </EmptyState>
          ) : (
            <div className={css.panes}>
              <Queue of={waiting} at={index} onSelect={select} />
              <Chosen of={chosen} mayDecide={mayDecide} isBusy={isBusy} onAct={act} />
            </div>
          )
        }
      </Loaded>
      <Suspense>
        {deciding && chosen && (
          <Decide
            of={chosen.one}
            result={deciding}
            onClose={() => setDeciding(null)}
            onDecided={() => {
              setDeciding(null)
              select((waiting[index + 1] ?? waiting[index - 1])?.one.id)
            }}
          />
        )}
      </Suspense>
    </>
  )
}

const letters = { j: 'down', k: 'up', c: 'claim', n: 'next', a: 'accept', r: 'reject', o: 'open' } as const
export type Act = (typeof letters)[keyof typeof letters]

// The actions of the keys change with every drawing; the keys stay the same.
function useReviewKeys(act: (name: Act) => void): void {
  const say = useWords({ en, fr }).keys
  const latest = useRef(act)
  latest.current = act
  const keys = useMemo(
    () => Object.entries(letters).map(([key, name]) => ({ key, label: say[name], act: () => latest.current(name) })),
    [say],
  )
  useKeys(keys)
}
