import { PDF, type PDFPage } from '@libpdf/core'
import type { PagePlace, PdfFinishing } from '../../core/agreements/sources/index.ts'
import { dropFormScripts, isActive } from './active.ts'
import { drawBehind, ensureContents } from './contents.ts'
import { hasGaps } from './gaps.ts'
import { type SeenPage, seePage } from './matrices.ts'
import { withPdf } from './pdfium.ts'

/** The error for a document that acts by itself, and must not be sealed. */
export class ActivePdf extends Error {}

/**
 * Writes a source with layers over its pages and with appended pages. Its own pages stay unchanged, and its form is
 * closed. In a rehearsal `finishing` is null: the first `pages` get empty layers, and a PDF that acts by itself is
 * refused.
 */
export async function finishPdf(source: Uint8Array, finishing: PdfFinishing | null, pages = 0): Promise<Uint8Array> {
  const pdf = await openToChange(source)
  // Objects that are missing from recovered pages cannot be seen, and nobody may sign a part for the whole.
  if (!finishing && pdf.recoveredViaBruteForce && hasGaps(pdf)) throw new Error('Parts of the PDF are missing.')
  closeForm(pdf)
  if (!finishing && isActive(pdf)) throw new ActivePdf('The PDF acts by itself.')
  if (finishing) await putOn(pdf, finishing, await seePages(source, finishing))
  for (let number = 1; number <= pages; number++) drawBehind(pdf, pageOf(pdf, number), [])
  return pdf.save()
}

async function putOn(
  pdf: PDF,
  { set, layers, rest, covered }: PdfFinishing,
  seen: Map<number, SeenPage>,
): Promise<void> {
  const made = await PDF.load(set)
  for (const [number, { width, height, matrix }] of seen) {
    const page = pageOf(pdf, number)
    const boxes = covered.filter((place) => place.page === number).map((place) => boxOf(place, width, height))
    const layer = layers.get(number)
    const name = layer === undefined ? null : page.registerXObject(await pdf.embedPage(made, layer))
    drawBehind(pdf, page, [`${matrix.map(write).join(' ')} cm`, '1 g', ...boxes, ...(name ? [`/${name} Do`] : [])])
  }
  const indices = Array.from({ length: made.getPageCount() - rest }, (_, index) => rest + index)
  if (indices.length > 0) await pdf.copyPagesFrom(made, indices)
}

/** Opens a document for changes, and removes a protection with an empty password. Throws when it cannot be read. */
async function openToChange(source: Uint8Array): Promise<PDF> {
  const pdf = await PDF.load(source)
  if (!pdf.isEncrypted) return pdf
  if (!pdf.isAuthenticated) throw new Error('The PDF asks for a password.')
  pdf.removeProtection()
  return pdf
}

// The shown content of form fields becomes part of the pages.
function closeForm(pdf: PDF): void {
  const form = pdf.getForm()
  if (form) {
    for (let number = 1; number <= pdf.getPageCount(); number++) ensureContents(pdf, pageOf(pdf, number))
    form.flatten({ skipAppearanceUpdate: true })
    dropFormScripts(pdf)
  }
  // The usage rights of the form's author become invalid with the first change, and a reader would report that.
  pdf.getCatalog().delete('Perms')
}

function boxOf({ x, y, width, height }: PagePlace, pageWidth: number, pageHeight: number): string {
  const box = [x * pageWidth, (1 - y - height) * pageHeight, width * pageWidth, height * pageHeight]
  return `${box.map(write).join(' ')} re f`
}

function write(value: number): string {
  return String(Number(value.toFixed(5)))
}

async function seePages(source: Uint8Array, { layers, covered }: PdfFinishing): Promise<Map<number, SeenPage>> {
  const numbers = new Set([...covered.map(({ page }) => page), ...layers.keys()])
  return withPdf(source, (pdf) => {
    if (!pdf) throw new Error('The PDF cannot be opened.')
    return new Map([...numbers].map((number) => [number, seePage(pdf, number) ?? fail(number)] as const))
  })
}

function pageOf(pdf: PDF, number: number): PDFPage {
  return pdf.getPage(number - 1) ?? fail(number)
}

function fail(number: number): never {
  throw new Error(`The PDF has no page ${number}.`)
}
