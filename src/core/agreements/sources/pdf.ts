/** A part of a page as it is seen, in fractions of its width and height from its upper left corner. Pages count from 1. */
export type PagePlace = { page: number; x: number; y: number; width: number; height: number }

/** A page as it is seen: cropped and turned. In points. */
export type PdfPage = { width: number; height: number }

/** Words in double braces on a page, as they stand there. More than one place is a line that wraps. */
export type PdfAnchor = { text: string; places: PagePlace[] }

/** A blank of the PDF's own form. `place` is null for a group of buttons, which has many. */
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

/** All that is known of a PDF which can be signed. `words` is what is written on each page. */
export type PdfReading = { pages: PdfPage[]; anchors: PdfAnchor[]; formFields: PdfFormField[]; words: string[] }

/** Why a PDF is not taken. */
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
] as const
export type PdfRefusal = (typeof pdfRefusals)[number]

/** A page as a picture (PNG), with its words line by line. Too large a page is drawn smaller than asked. */
export type DrawnPage = { png: Uint8Array; width: number; height: number; lines: string[] }

/** Why a text of Word is not made into a PDF. */
export const officeRefusals = ['docx_off', 'docx_damaged', 'docx_heavy'] as const
export type OfficeRefusal = (typeof officeRefusals)[number]

/** Makes a PDF of a .docx file, apart and within limits; `docx_off` where nobody has set up the program that does it. */
export type ConvertOffice = (bytes: Uint8Array) => Promise<{ pdf: Uint8Array } | { refusal: OfficeRefusal }>

/** What can be done with the bytes of a PDF. Each is done apart, within limits of memory and time. */
export type PdfSources = {
  /** Judges a PDF, and reads what is needed to place fields on it. `most` pages are taken. */
  read(bytes: Uint8Array, most: number): Promise<PdfReading | { refusal: PdfRefusal; page?: number }>
  /** Draws a page, counted from 1, `width` pixels wide. Throws for a PDF that was not taken. */
  draw(bytes: Uint8Array, page: number, width: number): Promise<DrawnPage>
  /** Makes a PDF of a .docx file that was judged. */
  convert: ConvertOffice
}

/** What is put on a source: places that are covered, then `layers[n]`, a page of `set`, over page n; then the pages of `set` from `rest` on behind it. */
export type PdfFinishing = {
  set: Uint8Array
  layers: ReadonlyMap<number, number>
  rest: number
  covered: readonly PagePlace[]
}

/** Writes a source with layers over its pages, and with pages behind it. */
export type FinishPdf = (bytes: Uint8Array, finishing: PdfFinishing) => Promise<Uint8Array>

/** What is asked of a source. */
export const mostPdfBytes = 25 * 1024 * 1024
export const mostPdfPages = 300
