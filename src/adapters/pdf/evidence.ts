import { createHash } from 'node:crypto'
import type { FinishedAgreement, FinishedSigner } from '../../core/agreements/document/index.ts'
import type { Act } from '../../core/context.ts'
import { addGap, addSheet, type Canvas, ensureRoom, fillRectangle, moveDown } from './canvas.ts'
import { type Detail, placeDetails } from './details.ts'
import { formatInstant } from './instant.ts'
import { placeRuns } from './place.ts'
import { describeMark } from './signatures.ts'
import { COLOURS, EYEBROW, HEADINGS, SMALL, SMALL_LEADING } from './theme.ts'

const LABEL_WIDTH = 108
const INTRODUCTION =
  'This page tells how the agreement on the pages before it was presented, consented to and signed. ' +
  'All times are in Coordinated Universal Time (UTC). Hashes are SHA-256 in hexadecimal.'

/** The last pages: who did what, when and from where, with the hashes that tie it to the text and to the trail. */
export function placeEvidence(canvas: Canvas, input: FinishedAgreement): void {
  addSheet(canvas)
  placeRuns(canvas, [{ kind: 'text', text: 'EVIDENCE', style: EYEBROW }], 16)
  const { style, leading } = HEADINGS[1]
  placeRuns(canvas, [{ kind: 'text', text: 'Record of signing', style }], leading, 'H1')
  moveDown(canvas, 6)
  placeRuns(canvas, [{ kind: 'text', text: INTRODUCTION, style: { ...SMALL, colour: COLOURS.muted } }], SMALL_LEADING)
  placeSection(canvas, 'Agreement', detailsOfAgreement(input))
  for (const signer of input.signers) placeSection(canvas, `${signer.role}: ${signer.name}`, detailsOfSigner(signer))
}

function placeSection(canvas: Canvas, title: string, details: Detail[]): void {
  addGap(canvas, 18)
  ensureRoom(canvas, 76)
  const style = { ...HEADINGS[4].style }
  placeRuns(canvas, [{ kind: 'text', text: title, style }], HEADINGS[4].leading + 2, 'H2')
  moveDown(canvas, 2)
  fillRectangle(canvas, canvas.left, canvas.top, canvas.width, 0.6, COLOURS.hairline)
  moveDown(canvas, 7)
  placeDetails(canvas, details, LABEL_WIDTH)
}

function detailsOfAgreement(input: FinishedAgreement): Detail[] {
  const metadata = Object.entries(input.metadata).map(([name, value]) => `${name} = ${value}`)
  return [
    { label: 'Title', value: input.title },
    { label: 'Sent by', value: input.organizationName },
    { label: 'Agreement', value: input.agreementId, exact: true },
    { label: 'Hash of the text', value: input.sourceSha256, exact: true },
    { label: 'Link', value: input.linkId, exact: true },
    { label: 'Submission', value: input.submissionId, exact: true },
    ...(metadata.length > 0 ? [{ label: 'Link parameters', value: metadata.join('; ') }] : []),
    { label: 'Completed', value: formatInstant(input.completedAt) },
    ...(input.chainHeadSha256
      ? [{ label: 'Head of the trail', value: input.chainHeadSha256, exact: true } satisfies Detail]
      : []),
  ]
}

function detailsOfSigner(signer: FinishedSigner): Detail[] {
  return [
    { label: 'E-mail', value: signer.email },
    ...detailsOfInvitation(signer),
    ...detailsOfAct('Viewed', signer.viewed),
    ...detailsOfAct('Consented', signer.consented),
    ...detailsOfAct('Signed', signer.signed),
    { label: 'Mark', value: describeMark(signer) },
    ...(signer.mark.kind === 'drawn'
      ? [{ label: 'Hash of the mark', value: hashOf(signer.mark.png), exact: true } satisfies Detail]
      : []),
    ...signer.consents.flatMap((consent): Detail[] => [
      {
        label: 'Consent',
        value: `${consent.title}, text version ${consent.textVersion}, given ${formatInstant(consent.given.at)}`,
      },
      { label: 'Hash of its text', value: consent.textSha256, exact: true },
    ]),
    ...signer.verifications.flatMap((verification): Detail[] => [
      {
        label: 'Verification',
        value: [
          verification.type,
          verification.status,
          verification.result ?? 'no result',
          ...(verification.isSimulated ? ['simulated: nobody was checked'] : []),
        ].join(', '),
      },
      { label: 'Its id', value: verification.id, exact: true },
    ]),
  ]
}

/** When something was done and from where: each act has the address and the browser of its own request. */
function detailsOfAct(label: string, act: Act | null): Detail[] {
  if (!act) return [{ label, value: 'not recorded' }]
  return [
    { label, value: formatInstant(act.at) },
    { label: 'from address', value: act.ipAddress ?? 'not recorded', exact: true },
    { label: 'with browser', value: act.userAgent ?? 'not recorded' },
  ]
}

function detailsOfInvitation({ invited }: FinishedSigner): Detail[] {
  const whom = [invited?.name, invited?.email].filter(Boolean).join(', ')
  return whom ? [{ label: 'Invited as', value: whom }] : []
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
