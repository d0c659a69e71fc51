import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { JsonApiError } from '../app/api.ts'
import { NotFoundPage } from '../app/not-found.tsx'
import { ErrorNote } from './error-note.tsx'
import { Waiting } from './waiting.tsx'

type Props<Data> = { of: UseQueryResult<Data>; children(data: Data): ReactNode }

/**
 * Shows loaded data. Before that it shows a waiting sign, for nothing "not found", and for an error a button to try
 * again.
 */
export function Loaded<Data>({ of: asked, children }: Props<Data>) {
  const { data, error, refetch } = asked
  if (data !== undefined) return children(data)
  if (error instanceof JsonApiError && error.status === 404) return <NotFoundPage />
  if (error) return <ErrorNote error={error} again={() => void refetch()} />
  return <Waiting />
}
