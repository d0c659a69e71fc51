/** A part of the visible page, in fractions of its width and height from the upper left corner. Pages count from 1. */
export type PagePlace = { page: number; x: number; y: number; width: number; height: number }

/** The size of the visible page in points, after cropping and rotation. */
export type PdfPage = { width: number; height: number }

/** A placeholder on a page. It has several places when it wraps over lines. */
export type PdfAnchor = { text: string; places: PagePlace[] }

/** A field of the PDF's own form. `place` is null for a group of radio buttons, which has several. */
export type PdfFormField = {
  name: string
  label: string
  kind: 'text' | 'checkbox' | 'choice' | 'signature'
  place: PagePlace | null
  required: boolean
  multiline?: true
  maxLength?: number
  choices?: string[]
}

/** The content of an accepted PDF. `words` has the text of each page. */
export type PdfReading = { pages: PdfPage[]; anchors: PdfAnchor[]; formFields: PdfFormField[]; words: string[] }

/** Why a PDF is refused. */
export const pdfRefusals = [
  'pdf_not',
  'pdf_truncated',
  'pdf_damaged',
  'pdf_password',
  'pdf_forbidden',
  'pdf_signed',
  'pdf_xfa',
  'pdf_empty',
  'pdf_pages',
  'pdf_page_size',
  'pdf_heavy',
  'pdf_altered',
  'pdf_active',
] as const
export type PdfRefusal = (typeof pdfRefusals)[number]

/** A page as a PNG, with its text line by line. A page that is too large is drawn smaller than asked. */
export type DrawnPage = { png: Uint8Array; width: number; height: number; lines: string[] }

/** Why a Word document cannot be turned into a PDF. */
export const officeRefusals = ['docx_off', 'docx_damaged', 'docx_heavy'] as const
export type OfficeRefusal = (typeof officeRefusals)[number]

/**
 * Turns a .docx file into a PDF, in a process of its own with limits. `docx_off` means that LibreOffice is not set up.
 */
export type ConvertOffice = (bytes: Uint8Array) => Promise<{ pdf: Uint8Array } | { refusal: OfficeRefusal }>

/** Operations on the bytes of a PDF. Each runs in a process of its own, with limits of memory and time. */
export type PdfSources = {
  /** Judges a PDF of at most `most` pages, and reads what is needed to place fields on it. */
  read(bytes: Uint8Array, most: number): Promise<PdfReading | { refusal: PdfRefusal; page?: number }>
  /** Draws a page as an image of `width` pixels. Pages count from 1. Throws for a PDF that was not accepted. */
  draw(bytes: Uint8Array, page: number, width: number): Promise<DrawnPage>
  /** Turns an accepted .docx file into a PDF. */
  convert: ConvertOffice
}

/**
 * What is added to a PDF. First the `covered` places are covered. Then page `layers[n]` of `set` is drawn over page n.
 * Then the pages of `set` from `rest` on are appended.
 */
export type PdfFinishing = {
  set: Uint8Array
  layers: ReadonlyMap<number, number>
  rest: number
  covered: readonly PagePlace[]
}

/** Writes a PDF with layers over its pages and with appended pages. */
export type FinishPdf = (bytes: Uint8Array, finishing: PdfFinishing) => Promise<Uint8Array>

/** The limits of an uploaded PDF. */
export const mostPdfBytes = 25 * 1024 * 1024
export const mostPdfPages = 300
