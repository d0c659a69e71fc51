import { PermissionDeniedError } from '@libpdf/core'
import type { PdfRefusal } from '../../core/agreements/sources/index.ts'
import { type Picture, paintPage } from './draw.ts'
import { ActivePdf, finishPdf } from './finish.ts'
import { type OpenPdf, withPage, withPdf } from './pdfium.ts'

const width = 160
/** How much a pixel's colour may differ, of 255. Edges are drawn differently after their object moves into a layer. */
const nearColour = 64
/** How many of a thousand pixels may differ by more. */
const nearPage = 2

/**
 * Writes the document as it will be finished, without additions, and compares every page with the original. A page that
 * cannot be kept must be refused before anybody signs it. Null when all pages are kept.
 */
export async function isKeptWhole(bytes: Uint8Array): Promise<{ refusal: PdfRefusal; page?: number } | null> {
  const before = await withPdf(bytes, paintAll)
  let finished: Uint8Array
  try {
    finished = await finishPdf(bytes, null, before.length)
  } catch (error) {
    if (error instanceof ActivePdf) return { refusal: 'pdf_active' }
    return { refusal: error instanceof PermissionDeniedError ? 'pdf_forbidden' : 'pdf_damaged' }
  }
  const after = await withPdf(finished, paintAll)
  if (before.length === 0 || before.length !== after.length) return { refusal: 'pdf_damaged' }
  const changed = before.findIndex((picture, index) => !isSame(picture, after[index]))
  return changed === -1 ? null : { refusal: 'pdf_altered', page: changed + 1 }
}

function paintAll(pdf: OpenPdf | null): (Picture | null)[] {
  if (!pdf) return []
  return Array.from({ length: pdf.pdfium.FPDF_GetPageCount(pdf.handle) }, (_, index) =>
    withPage(pdf, index + 1, (page) => page && paintPage(page, width)),
  )
}

function isSame(before: Picture | null, after: Picture | null | undefined): boolean {
  if (!before || !after || before.width !== after.width || before.height !== after.height) return false
  let off = 0
  for (let at = 0; at < before.pixels.length; at++) {
    if (Math.abs((before.pixels[at] ?? 0) - (after.pixels[at] ?? 0)) > nearColour) off += 1
  }
  return off * 1_000 <= before.pixels.length * nearPage
}
