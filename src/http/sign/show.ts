import type { Ceremony } from '../../core/ceremony/index.ts'
import { consentsToGive, detailsToGive } from '../../core/ceremony/index.ts'
import { findConsentText } from '../../core/verifications/index.ts'
import { consentBody } from './pages/consent.ts'
import { detailsBody } from './pages/details.ts'
import { closedBody, doneBody, finishingBody } from './pages/done.ts'
import { type Entered, nothingEntered } from './pages/form.ts'
import { identifyBody } from './pages/identify.ts'
import { page } from './pages/layout.ts'
import { signBody } from './pages/sign.ts'

/** The page of the step that the signer is at; `part` counts the pages of a consent from 1. */
export function showStep(
  organizationName: string,
  ceremony: Ceremony,
  part = 1,
  entered: Entered = nothingEntered,
): string {
  const title = ceremony.version.title
  const common = { organizationName, title }
  if (ceremony.step === 'finishing') return page({ ...common, body: finishingBody(), refreshSeconds: 1 })
  if (ceremony.step === 'done') return page({ ...common, body: doneBody(ceremony) })
  if (ceremony.step === 'closed') return page({ ...common, body: closedBody(ceremony) })
  return page({ ...common, progress: progressOf(ceremony), body: formBody(ceremony, organizationName, part, entered) })
}

/** The consent that is asked for now. */
export function nextConsent(ceremony: Ceremony) {
  const kind = consentsToGive(ceremony.version, ceremony.signer.role).find(
    (wanted) => !ceremony.consentsGiven.includes(wanted),
  )
  return kind ? findConsentText(kind, { locale: 'en' }) : undefined
}

function formBody(ceremony: Ceremony, organizationName: string, part: number, entered: Entered): string {
  if (ceremony.step === 'identify') return identifyBody(ceremony, entered)
  if (ceremony.step === 'details') return detailsBody(ceremony, organizationName, entered)
  const text = ceremony.step === 'consent' ? nextConsent(ceremony) : undefined
  if (!text) return signBody(ceremony, entered)
  // A form with faults is the last page of its consent.
  const number = entered.faults.length > 0 ? text.pages.length : Math.min(Math.max(part, 1), text.pages.length)
  return consentBody(ceremony, text, number, organizationName, entered)
}

function progressOf({ version, signer, step, consentsGiven }: Ceremony) {
  const consents = consentsToGive(version, signer.role)
  const steps = [
    'Read',
    ...consents.map(() => 'Consent'),
    ...(detailsToGive(version, signer.role).length > 0 ? ['Details'] : []),
    'Sign',
  ]
  const given = consents.filter((kind) => consentsGiven.includes(kind)).length
  const at = { identify: 0, consent: 1 + given, details: 1 + consents.length, sign: steps.length - 1 }
  const index = step in at ? at[step as keyof typeof at] : steps.length - 1
  return { number: index + 1, of: steps.length, label: steps[index] ?? '' }
}
