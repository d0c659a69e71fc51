import { PDF } from '@libpdf/core'
import type { FinishedAgreement, RenderAgreement } from '../../core/agreements/document/index.ts'
import { placeBlocks } from './blocks.ts'
import { type Canvas, closeCanvas, openCanvas } from './canvas.ts'
import { placeEvidence } from './evidence.ts'
import { openTypefaces } from './fonts.ts'
import { EMPTY_NOTE, placeFeet, placeOpening, withoutTitle } from './opening.ts'
import { placeRuns } from './place.ts'
import { placeSignatures } from './signatures.ts'
import { removeChance } from './stable.ts'
import { type Tag, within, writeStructure } from './tags.ts'
import { BODY_LEADING } from './theme.ts'

/**
 * Draws a finished agreement as a PDF: the text with its values in place, the signatures, the record of signing.
 * All marks are drawn here; a seal, where there is one, is put on these bytes afterwards and last.
 */
export const renderAgreementPdf: RenderAgreement = async (input) => {
  const pdf = PDF.create()
  describe(pdf, input)
  const faces = openTypefaces(pdf)
  const canvas = openCanvas(pdf, faces)
  const root: Tag = { role: 'Document', children: [] }
  within(canvas, root, () => placeAgreement(canvas, input))
  placeFeet(canvas, input.submissionId)
  closeCanvas(canvas)
  writeStructure(canvas, root)
  return removeChance(await pdf.save({ subsetFonts: true }), faces.embedded())
}

function placeAgreement(canvas: Canvas, input: FinishedAgreement): void {
  placeOpening(canvas, input)
  const blocks = withoutTitle(input.document.blocks, input.title)
  placeBlocks(canvas, blocks, input.fields)
  if (input.document.blocks.length === 0) placeRuns(canvas, [EMPTY_NOTE], BODY_LEADING)
  placeSignatures(canvas, input)
  placeEvidence(canvas, input)
}

function describe(pdf: PDF, input: FinishedAgreement): void {
  pdf.setTitle(input.title, { showInWindowTitleBar: true })
  pdf.setMetadata({
    author: input.organizationName,
    producer: 'Sealane',
    creator: 'Sealane',
    creationDate: input.completedAt,
    modificationDate: input.completedAt,
    language: input.language,
  })
}
