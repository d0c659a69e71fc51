import { useState } from 'react'
import type { Resource } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { send as en } from '../../texts/en/links.ts'
import { send as fr } from '../../texts/fr/links.ts'
import { Made, type Sent } from './made.tsx'
import { SendOne } from './send-one.tsx'
import { SendSeveral } from './send-several.tsx'

/** The dialog that makes a submission for its people, and then shows their ways in once. */
export function Send({ of: agreement, onClose }: { of: Resource<'agreements'>; onClose(): void }) {
  const say = useWords({ en, fr })
  const { title, signerRoles } = agreement.attributes
  const [made, setMade] = useState<Sent | null>(null)
  const isMailed = made?.people.every(({ delivery }) => delivery === 'email')
  const heading = isMailed ? say.made.mailed.title : say.made.title
  const form = { say, onMade: setMade }
  return (
    <Dialog opened onClose={onClose} title={made ? heading : say.title(title)} size="lg">
      {made && <Made say={say} title={title} {...made} />}
      {!made && signerRoles.length === 1 && <SendOne {...form} of={agreement} />}
      {!made && signerRoles.length > 1 && <SendSeveral {...form} of={agreement} />}
    </Dialog>
  )
}
