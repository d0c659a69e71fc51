import { Loader } from '@mantine/core'
import { type Query, useIsFetching, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../app/language.tsx'
import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import css from './together.module.css'

const askedFirst = { predicate: (query: Query) => query.state.status === 'pending' }

/** Parts that each read for themselves, shown when all of them have their first answer, so that none pushes another down. */
export function Together({ children }: { children: ReactNode }) {
  const say = useWords({ en, fr })
  const queries = useQueryClient()
  const waiting = useIsFetching(askedFirst)
  const [isWhole, setWhole] = useState(false)
  // The count of this drawing is older than what the parts have just asked for: so it is counted anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is a change of the count that says when to look.
  useEffect(() => {
    if (queries.isFetching(askedFirst) === 0) setWhole(true)
  }, [waiting, queries])
  return (
    <>
      {!isWhole && <Loader role="status" aria-label={say.loading} />}
      <div className={isWhole ? undefined : css.waiting}>{children}</div>
    </>
  )
}
