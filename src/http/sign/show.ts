import {
  addressOf,
  type Ceremony,
  consentsToGive,
  detailsToGive,
  maskAddress,
  type SignerSession,
} from '../../core/ceremony/index.ts'
import { formatId } from '../../core/ids.ts'
import { isUnnamed } from '../../core/submissions/index.ts'
import { findConsentText } from '../../core/verifications/index.ts'
import type { Reader } from '../reader.ts'
import { consentBody } from './pages/consent.ts'
import { detailsBody } from './pages/details.ts'
import { doneBody, finishingBody, waitingBody } from './pages/done.ts'
import { endedBody } from './pages/ended.ts'
import { type Entered, nothingEntered } from './pages/form.ts'
import { type FirstPage, firstPageOf, identifyBody } from './pages/identify.ts'
import { page, type Told } from './pages/layout.ts'
import { othersBody } from './pages/others.ts'
import type { ProvePage } from './pages/prove.ts'
import { signBody } from './pages/sign.ts'
import { wordsFor } from './words.ts'

/** The parts of a page besides the ceremony. */
type Showing = {
  reader: Reader
  organizationName: string
  session: Pick<SignerSession, 'isFresh'>
  isCodeOut: boolean
  /** Whether the link still begins new submissions. */
  canBegin: boolean
  /** Counts the pages of a consent from 1. */
  part?: number
  entered?: Entered
}

/** The page of the signer's present step. */
export function showStep(ceremony: Ceremony, showing: Showing): string {
  const { reader, organizationName, session, isCodeOut, canBegin, part = 1, entered = nothingEntered } = showing
  const common = { organizationName, title: ceremony.version.title, told: toldOf(ceremony) }
  if (ceremony.step === 'finishing')
    return page(reader, { ...common, body: finishingBody(reader, ceremony), refreshSeconds: 1 })
  if (ceremony.step === 'waiting') return page(reader, { ...common, body: waitingBody(reader, ceremony) })
  if (ceremony.step === 'done')
    return page(reader, {
      ...common,
      body: doneBody(reader, ceremony, session.isFresh, provePageOf(ceremony, isCodeOut)),
    })
  if (ceremony.step === 'closed') return page(reader, { ...common, body: endedBody(reader, ceremony, canBegin) })
  const body = formBody(reader, ceremony, organizationName, part, entered)
  return page(reader, { ...common, progress: progressOf(reader, ceremony), body })
}

/** The news for the page around a frame. */
function toldOf({ submission, signer, step }: Ceremony): Told {
  const isSigned = signer.signed_at !== null
  const signed = isSigned ? (['signed'] as const) : []
  const completed = step === 'done' ? (['completed'] as const) : []
  const closed = step === 'closed' ? ([submission.declined_at ? 'declined' : 'closed'] as const) : []
  return {
    events: ['viewed', ...signed, ...completed, ...closed],
    submissionId: formatId('submission', submission.id),
    signerId: formatId('signer', signer.id),
  }
}

/** The first page of a visitor who has not acted yet. */
export function showFirst(
  reader: Reader,
  organizationName: string,
  first: FirstPage,
  role: string,
  entered: Entered,
): string {
  const { title } = first.version
  const steps = stepsOf(reader, first.version, role)
  const progress = { number: 1, of: steps.length, label: steps[0] ?? '' }
  const body = identifyBody(reader, first, organizationName, entered)
  return page(reader, { organizationName, title, progress, body })
}

/** The page to prove that a browser belongs to this signer. */
export function provePageOf({ submission, signer }: Ceremony, isCodeOut: boolean): ProvePage {
  const address = addressOf(signer)
  return {
    linkId: submission.agreement_link_id,
    signerId: signer.id,
    address: address && maskAddress(address),
    isCodeOut,
    isAsked: signer.asks_code && signer.identified_at === null,
  }
}

function formBody(
  reader: Reader,
  ceremony: Ceremony,
  organizationName: string,
  part: number,
  entered: Entered,
): string {
  if (ceremony.step === 'identify')
    return identifyBody(reader, firstPageOf(reader, ceremony), organizationName, entered)
  if (ceremony.step === 'others') return othersBody(reader, ceremony, entered)
  if (ceremony.step === 'details') return detailsBody(reader, ceremony, organizationName, entered)
  const { nextConsent } = ceremony
  const text = nextConsent ? findConsentText(nextConsent, { locale: reader.language }) : undefined
  if (!text) return signBody(reader, ceremony, entered)
  // A form with entered values is on the last page of its consent.
  const number = entered !== nothingEntered ? text.pages.length : Math.min(Math.max(part, 1), text.pages.length)
  return consentBody(reader, ceremony, text, number, organizationName, entered)
}

function progressOf(reader: Reader, { version, signer, signers, step, consentsGiven }: Ceremony) {
  const asks = signer.position === 1 && (step === 'others' || (step === 'identify' && signers.some(isUnnamed)))
  const steps = stepsOf(reader, version, signer.role, asks)
  const more = asks ? 1 : 0
  const consents = consentsToGive(version, signer.role)
  const given = consents.filter((kind) => consentsGiven.includes(kind)).length
  const at: Partial<Record<Ceremony['step'], number>> = {
    identify: 0,
    others: 1,
    consent: 1 + more + given,
    details: 1 + more + consents.length,
  }
  const index = at[step] ?? steps.length - 1
  return { number: index + 1, of: steps.length, label: steps[index] ?? '' }
}

function stepsOf(reader: Reader, version: Ceremony['version'], role: string, asks = false): string[] {
  const { steps } = wordsFor(reader)
  const isApprover = version.signer_roles.some(({ key, kind }) => key === role && kind === 'approver')
  const details = detailsToGive(version, role).length > 0 ? [steps.details] : []
  return [
    steps.read,
    ...(asks ? [steps.others] : []),
    ...consentsToGive(version, role).map(() => steps.consent),
    ...details,
    isApprover ? steps.approve : steps.sign,
  ]
}
