import type { ErrorComponentProps } from '@tanstack/react-router'
import { ErrorNote } from '../parts/error-note.tsx'

/** Shown in place of a page that failed. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  return <ErrorNote error={error} again={reset} />
}
