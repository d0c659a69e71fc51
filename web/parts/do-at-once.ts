import { useWords } from '../app/language.tsx'
import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import { useTellFailure } from './error-note.tsx'
import { tell } from './tell.ts'

type Act = {
  act(): Promise<unknown>
  done: string
  /** Undoes the action. If it is omitted, the action cannot be undone. */
  undo?: () => Promise<unknown>
}

/** Performs an action at once, reports it and offers to undo it. It reports failures, also those of the undo. */
export function useDoAtOnce(): (what: Act) => Promise<void> {
  const { undo: label } = useWords({ en, fr })
  const tellFailure = useTellFailure()
  return async ({ act, done, undo }) => {
    try {
      await act()
      await tell(done, undo && { label, act: () => void undo().catch(tellFailure) })
    } catch (error) {
      await tellFailure(error)
    }
  }
}
