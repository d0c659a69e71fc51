import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { useSession } from '../../app/session.ts'
import { verification as enOne } from '../../texts/en/verification.ts'
import { verifications as en } from '../../texts/en/verifications.ts'
import { verification as frOne } from '../../texts/fr/verification.ts'
import { verifications as fr } from '../../texts/fr/verifications.ts'
import type { Verification } from '../words.tsx'

const Cancel = lazy(() => import('./cancel.tsx').then(({ Cancel }) => ({ default: Cancel })))
const Erase = lazy(() => import('./erase.tsx').then(({ Erase }) => ({ default: Erase })))

/** The person's actions on a check in its present state. */
export function Actions({ of: one }: { of: Verification }) {
  const words = useWords({ en, fr })
  const say = useWords({ en: enOne, fr: frOne })
  const { may } = useSession()
  const [shown, setShown] = useState<'cancel' | 'erase' | null>(null)
  const { status, awaitsReview, isScan, person } = one.attributes
  const isOpen = status === 'started' || status === 'in_progress'
  const close = () => setShown(null)
  return (
    <>
      {awaitsReview && !isScan && (
        <Button renderRoot={(props) => <Link to="/verifications/review" search={{ at: one.id }} {...props} />}>
          {words.needsDecision}
        </Button>
      )}
      {isOpen && !isScan && may('verifications:write') && (
        <Button variant="default" onClick={() => setShown('cancel')}>
          {say.cancel.button}
        </Button>
      )}
      {may('verifications:delete') && (
        <Button variant="default" onClick={() => setShown('erase')}>
          {say.erase.button}
        </Button>
      )}
      <Suspense>
        {shown === 'cancel' && <Cancel id={one.id} onClose={close} />}
        {shown === 'erase' && <Erase person={person} onClose={close} />}
      </Suspense>
    </>
  )
}
