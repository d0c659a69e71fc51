import { Loader } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { JsonApiError } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { NotFoundPage } from '../app/not-found.tsx'
import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import { ErrorNote } from './error-note.tsx'

type Props<Data> = { of: UseQueryResult<Data>; children(data: Data): ReactNode }

/** What was asked, once it is there: a sign of waiting before, "not found" where there is nothing, an error with a way on. */
export function Loaded<Data>({ of: asked, children }: Props<Data>) {
  const say = useWords({ en, fr })
  const { data, error, refetch } = asked
  if (data !== undefined) return children(data)
  if (error instanceof JsonApiError && error.status === 404) return <NotFoundPage />
  if (error) return <ErrorNote error={error} again={() => void refetch()} />
  return <Loader role="status" aria-label={say.loading} />
}
