import { Alert, Button, Text } from '@mantine/core'
import { useState } from 'react'
import { ErrorNote } from '../../parts/error-note.tsx'
import { tell } from '../../parts/tell.ts'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import { Conflict } from './conflict.tsx'
import type { DraftInHand } from './use-draft.ts'

type Save = (work: () => Promise<{ version: number }>) => Promise<void>
type Props = { say: typeof agreement; of: DraftInHand; onSave: Save }

/** Saves a draft, and reports the result. */
export function useSaving(say: typeof agreement, { base }: DraftInHand): { save: Save; failure: unknown } {
  const [failure, setFailure] = useState<unknown>(null)
  const save: Save = async (work) => {
    setFailure(null)
    const { version: before } = base.attributes
    try {
      const { version } = await work()
      void tell(version === before ? say.savedSettings : say.saved(version))
    } catch (caught) {
      setFailure(caught)
    }
  }
  return { save, failure }
}

/** The notices above a draft: another person saved first, or the draft is from an earlier visit. */
export function Notices({ say, of: hand, onSave }: Props) {
  if (hand.theirs) return <Conflict say={say} hand={hand} theirs={hand.theirs} onSave={onSave} />
  if (!hand.isRestored) return null
  return (
    <Alert mb="sm" color="sea">
      {say.restored}
    </Alert>
  )
}

/** The bar below a draft: the reason why it was not saved, and the buttons that save or drop its changes. */
export function SavingBar({
  say,
  of: hand,
  onSave,
  failure,
  faultCount,
}: Props & { failure: unknown; faultCount: number }) {
  return (
    <>
      <ErrorNote error={hand.theirs ? null : failure} />
      {hand.isDirty && !hand.theirs && (
        <div className={css.saving}>
          <Button onClick={() => void onSave(hand.save)} loading={hand.isSaving}>
            {say.save}
          </Button>
          <Button variant="subtle" onClick={hand.discard}>
            {say.discard}
          </Button>
          <Text size="sm" c={faultCount > 0 ? 'red' : 'dimmed'}>
            {faultCount > 0 ? say.faults(faultCount) : say.unsaved}
          </Text>
        </div>
      )}
    </>
  )
}
