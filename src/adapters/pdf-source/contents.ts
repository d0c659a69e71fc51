import { type PDF, type PDFPage, PdfArray, type PdfObject, PdfRef, PdfStream } from '@libpdf/core'

/** Draws over a page. The page's own content stays unchanged, and its graphics state does not affect the drawing. */
export function drawBehind(pdf: PDF, page: PDFPage, lines: readonly string[]): void {
  const drawing = ['', 'Q', 'q', ...lines, 'Q', ''].join('\n')
  const parts = [stream(pdf, 'q\n'), ...partsOf(pdf, page), stream(pdf, drawing)]
  page.dict.set('Contents', new PdfArray(parts))
}

/** Gives empty contents to a page without contents. Otherwise closing the form would lose the page's fields. */
export function ensureContents(pdf: PDF, page: PDFPage): void {
  if (partsOf(pdf, page).length === 0) page.dict.set('Contents', new PdfArray([stream(pdf, '\n')]))
}

function partsOf(pdf: PDF, page: PDFPage): PdfObject[] {
  const contents = page.dict.get('Contents')
  const resolved = contents instanceof PdfRef ? pdf.getObject(contents) : contents
  if (resolved instanceof PdfArray)
    return Array.from({ length: resolved.length }, (_, index) => resolved.at(index)).filter(
      (part) => part !== undefined,
    )
  return contents && resolved ? [contents] : []
}

function stream(pdf: PDF, words: string): PdfRef {
  return pdf.register(PdfStream.fromDict({}, Buffer.from(words)))
}
