import { useWords } from '../app/language.tsx'
import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import { useTellFailure } from './error-note.tsx'
import { tell } from './tell.ts'

type Act = {
  act(): Promise<unknown>
  done: string
  /** Takes it back. Without it there is nothing to take back. */
  undo?: () => Promise<unknown>
}

/** Does something at once, says that it is done and offers to undo it. What fails is told, also when it is undone. */
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
