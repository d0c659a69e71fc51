import { useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { tell } from '../../parts/tell.ts'
import { verification as en } from '../../texts/en/verification.ts'
import { verification as fr } from '../../texts/fr/verification.ts'

/** Asks before a person is erased. If the server needs a fresh sign-in, the frame asks for it. */
export function Erase({ person, onClose }: { person: string; onClose(): void }) {
  const say = useWords({ en, fr }).erase
  const erase = useChange(['verifications', 'consents', 'submissions'], (api) => api.create('erasures', { person }))
  const confirm = async () => {
    await erase.mutateAsync(undefined)
    void tell(say.done)
  }
  return (
    <Confirm opened title={say.question} act={say.button} onConfirm={confirm} onClose={onClose}>
      {say.text}
    </Confirm>
  )
}
