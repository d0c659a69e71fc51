import type { PdfAnchor, PdfPage, PdfReading, PdfRefusal } from '../../core/agreements/sources/index.ts'
import { readWords } from './anchors.ts'
import { readFormFields } from './form-fields.ts'
import { type OpenPdf, withPage, withPdf } from './pdfium.ts'
import { isKeptWhole } from './rehearse.ts'
import { unpacksTooMuch } from './unpacking.ts'

export type Refused = { refusal: PdfRefusal; page?: number }

const passwordAsked = 4
/** The types of forms that pdfium reports: none, its own, and two of XFA. */
const ownForm = 1
/** In points: the smallest and the largest page, and the greatest ratio of length to width. */
const sides = [36, 14_400] as const
const mostStretched = 20
const mostText = 1_000_000
/** Control characters and non-characters. PostgreSQL refuses NUL. */
const unspoken = /[\p{Cc}\p{Cs}\ufffe\uffff]+/gu

/** Judges a PDF of at most `most` pages, and reads what is needed to place fields on it. */
export async function readPdf(bytes: Uint8Array, most: number): Promise<PdfReading | Refused> {
  const outside = judgeOutside(bytes)
  if (outside) return { refusal: outside }
  if (unpacksTooMuch(bytes)) return { refusal: 'pdf_heavy' }
  const reading = await withPdf(bytes, (pdf, reason) => {
    if (!pdf) return { refusal: reason === passwordAsked ? ('pdf_password' as const) : ('pdf_damaged' as const) }
    return judge(pdf, most) ?? readPages(pdf)
  })
  if ('refusal' in reading) return reading
  return (await isKeptWhole(bytes)) ?? reading
}

// A file may have some bytes before its header and after its end.
function judgeOutside(bytes: Uint8Array): PdfRefusal | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!file.subarray(0, 1024).includes('%PDF-')) return 'pdf_not'
  return file.subarray(-2048).includes('%%EOF') ? null : 'pdf_truncated'
}

function judge(pdf: OpenPdf, most: number): Refused | null {
  const { pdfium, handle } = pdf
  const count = pdfium.FPDF_GetPageCount(handle)
  if (count < 1) return { refusal: 'pdf_empty' }
  if (count > most) return { refusal: 'pdf_pages' }
  if (pdfium.FPDF_GetFormType(handle) > ownForm) return { refusal: 'pdf_xfa' }
  return isSigned(pdf) ? { refusal: 'pdf_signed' } : null
}

// An unsigned signature field contains nothing.
function isSigned({ pdfium, handle }: OpenPdf): boolean {
  const count = pdfium.FPDF_GetSignatureCount(handle)
  return Array.from({ length: count }, (_, index) => pdfium.FPDF_GetSignatureObject(handle, index)).some(
    (signature) => signature !== 0 && pdfium.FPDFSignatureObj_GetContents(signature, 0, 0) > 0,
  )
}

function readPages(pdf: OpenPdf): PdfReading | Refused {
  const pages: PdfPage[] = []
  const anchors: PdfAnchor[] = []
  const text: string[] = []
  let length = 0
  const count = pdf.pdfium.FPDF_GetPageCount(pdf.handle)
  for (let number = 1; number <= count; number++) {
    const page = withPage(pdf, number, (open) => {
      if (!open) return null
      const words = readWords(open)
      anchors.push(...words.anchors)
      length += words.text.length
      text.push(length > mostText ? '' : words.text.replace(unspoken, ' '))
      return { width: open.pdfium.FPDF_GetPageWidthF(open.page), height: open.pdfium.FPDF_GetPageHeightF(open.page) }
    })
    if (!page) return { refusal: 'pdf_damaged', page: number }
    if (!isSized(page)) return { refusal: 'pdf_page_size', page: number }
    pages.push(page)
  }
  return { pages, anchors, formFields: readFormFields(pdf, count), words: text }
}

function isSized({ width, height }: PdfPage): boolean {
  const [least, most] = sides
  const isWithin = [width, height].every((side) => side >= least && side <= most)
  return isWithin && Math.max(width / height, height / width) <= mostStretched
}
