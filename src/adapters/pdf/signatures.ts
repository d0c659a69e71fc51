import type { FinishedAgreement, FinishedSigner } from '../../core/agreements/document/index.ts'
import { addGap, type Canvas, ensureRoom, indented } from './canvas.ts'
import { type Detail, placeDetails } from './details.ts'
import { formatInstant } from './instant.ts'
import { markBox } from './marks.ts'
import { placeRuns } from './place.ts'
import { COLOURS, EYEBROW, HEADINGS, SMALL, SMALL_LEADING, type Style } from './theme.ts'

const CARD = { mark: 200, height: 118, gap: 28 }
const NAME: Style = { face: 'serifBold', size: 11, colour: COLOURS.ink }

/** The block of signatures at the end of the agreement's text: each signer's mark, and how and when it was made. */
export function placeSignatures(canvas: Canvas, { signers }: FinishedAgreement): void {
  if (signers.length === 0) return
  addGap(canvas, 30)
  ensureRoom(canvas, CARD.height + 50)
  placeRuns(canvas, [{ kind: 'text', text: 'Signatures', style: HEADINGS[2].style }], HEADINGS[2].leading, 'H2')
  for (const signer of signers) placeSigner(canvas, signer)
}

function placeSigner(canvas: Canvas, signer: FinishedSigner): void {
  addGap(canvas, 14)
  ensureRoom(canvas, CARD.height)
  const top = canvas.top
  const sheets = canvas.sheets.length
  const room = canvas.width
  canvas.width = CARD.mark
  placeRuns(canvas, [{ kind: 'text', text: signer.role.toUpperCase(), style: EYEBROW }], SMALL_LEADING)
  placeRuns(canvas, [markBox(canvas, signer.mark, CARD.mark, 46)], 50)
  placeRuns(canvas, [{ kind: 'text', text: signer.name, style: NAME }], 15, 'P', 'left')
  placeRuns(canvas, [{ kind: 'text', text: signer.email, style: SMALL }], SMALL_LEADING)
  canvas.width = room
  const bottom = canvas.top
  // A name of several lines can have turned the page; the details then follow it instead of standing beside it.
  if (canvas.sheets.length === sheets) canvas.top = top - 18
  indented(canvas, CARD.mark + CARD.gap, () => placeDetails(canvas, detailsOf(signer), 56))
  if (canvas.sheets.length === sheets) canvas.top = Math.min(canvas.top, bottom)
}

function detailsOf(signer: FinishedSigner): Detail[] {
  return [
    { label: 'Signed', value: formatInstant(signer.signed.at) },
    { label: 'Mark', value: describeMark(signer) },
    { label: 'IP', value: signer.signed.ipAddress ?? 'not recorded' },
    { label: 'Consents', value: signer.consents.map((consent) => consent.title).join(', ') },
  ]
}

export function describeMark({ mark }: FinishedSigner): string {
  return mark.kind === 'typed' ? `Typed as \u201c${mark.name}\u201d` : 'Drawn by hand on the screen'
}
