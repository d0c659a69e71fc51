import { PDF, type PDFPage } from '@libpdf/core'
import type { PagePlace, PdfFinishing } from '../../core/agreements/sources/index.ts'
import { dropFormScripts, isActive } from './active.ts'
import { drawBehind, ensureContents } from './contents.ts'
import { hasGaps } from './gaps.ts'
import { type SeenPage, seePage } from './matrices.ts'
import { withPdf } from './pdfium.ts'

/** The error for a document that would do something by itself, and must not be sealed. */
export class ActivePdf extends Error {}

/**
 * Writes a source with layers over its pages and with more pages. What stands on its pages stays as it is; its form can no
 * longer be filled in. So many `pages` get a layer of nothing: it throws when one is there for who looks, and not for who writes.
 */
export async function finishPdf(source: Uint8Array, finishing: PdfFinishing | null, pages = 0): Promise<Uint8Array> {
  const pdf = await openToChange(source)
  // What a page that was guessed back into the file lacks cannot be seen: nobody may sign a part for the whole.
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

/** A document that may be changed: without the protection that an empty password opens. Throws when it cannot be read. */
async function openToChange(source: Uint8Array): Promise<PDF> {
  const pdf = await PDF.load(source)
  if (!pdf.isEncrypted) return pdf
  if (!pdf.isAuthenticated) throw new Error('The PDF asks for a password.')
  pdf.removeProtection()
  return pdf
}

// What its form shows becomes part of its pages, as it is shown.
function closeForm(pdf: PDF): void {
  const form = pdf.getForm()
  if (form) {
    for (let number = 1; number <= pdf.getPageCount(); number++) ensureContents(pdf, pageOf(pdf, number))
    form.flatten({ skipAppearanceUpdate: true })
    dropFormScripts(pdf)
  }
  // Rights that the writer of the form had granted end with the first change, and a reader would say so.
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
