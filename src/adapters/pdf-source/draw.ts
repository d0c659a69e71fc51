import type { DrawnPage } from '../../core/agreements/sources/index.ts'
import { readWords } from './anchors.ts'
import { heapOf, type OpenPage, withPage, withPdf } from './pdfium.ts'
import { writePng } from './png.ts'

/** Blue, green, red, and an unused byte. */
const format = 3
const white = 0xffffffff
const withAnnotations = 1
const mostPixels = 8_000_000

/** Draws a page, counted from 1, as a PNG, and reads its words. Throws when the document or the page cannot be read. */
export function drawPdfPage(bytes: Uint8Array, number: number, width: number): Promise<DrawnPage> {
  return withPdf(bytes, (pdf) => {
    if (!pdf) throw new Error('The PDF cannot be opened.')
    return withPage(pdf, number, (page) => {
      if (!page) throw new Error(`The PDF has no page ${number}.`)
      const picture = paintPage(page, width)
      const png = writePng(picture.pixels, picture.width, picture.height)
      return { png, width: picture.width, height: picture.height, lines: linesOf(readWords(page).text) }
    })
  })
}

export type Picture = { pixels: Uint8Array; width: number; height: number }

/** A page as pixels of four bytes. */
export function paintPage({ pdfium, page }: OpenPage, wanted: number): Picture {
  const ratio = pdfium.FPDF_GetPageHeightF(page) / pdfium.FPDF_GetPageWidthF(page)
  const width = Math.max(1, Math.floor(Math.min(wanted, Math.sqrt(mostPixels / ratio))))
  const height = Math.max(1, Math.round(width * ratio))
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, format, 0, 0)
  if (bitmap === 0) throw new Error('pdfium has no memory for a page.')
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations)
    const at = pdfium.FPDFBitmap_GetBuffer(bitmap)
    return { pixels: heapOf(pdfium).slice(at, at + width * height * 4), width, height }
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap)
  }
}

function linesOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ').trim())
    .filter((line) => line !== '')
}
