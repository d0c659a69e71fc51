import type { PdfFormField } from '../../core/agreements/sources/index.ts'
import {
  type OpenPage,
  type OpenPdf,
  type Pdfium,
  readFloats,
  readText,
  toPlace,
  withMemory,
  withPage,
} from './pdfium.ts'

const kinds: Record<number, PdfFormField['kind']> = {
  2: 'checkbox',
  3: 'choice',
  4: 'choice',
  5: 'choice',
  6: 'text',
  7: 'signature',
}
const radio = 3
const flags = { readOnly: 1, required: 2, multiline: 1 << 12 }
const hidden = 1 << 1
const most = 500

type Filled = { pdfium: Pdfium; form: number }

/** The blanks of the PDF's own form, in the order of the pages. Each is listed once, at its first place. */
export function readFormFields(pdf: OpenPdf, pages: number): PdfFormField[] {
  const { pdfium } = pdf
  const info = pdfium.PDFiumExt_OpenFormFillInfo()
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(pdf.handle, info)
  const found = new Map<string, PdfFormField>()
  try {
    for (let number = 1; number <= pages; number++) {
      withPage(pdf, number, (page) => page && readOfPage(page, { pdfium, form }, found))
    }
  } finally {
    pdfium.PDFiumExt_ExitFormFillEnvironment(form)
    pdfium.PDFiumExt_CloseFormFillInfo(info)
  }
  return [...found.values()].slice(0, most)
}

function readOfPage(page: OpenPage, filled: Filled, found: Map<string, PdfFormField>): void {
  const { pdfium } = page
  pdfium.FORM_OnAfterLoadPage(page.page, filled.form)
  const count = pdfium.FPDFPage_GetAnnotCount(page.page)
  for (let index = 0; index < count; index++) {
    const annotation = pdfium.FPDFPage_GetAnnot(page.page, index)
    if (annotation === 0) continue
    const field = readField(page, filled, annotation)
    if (field && !found.has(field.name)) found.set(field.name, field)
    pdfium.FPDFPage_CloseAnnot(annotation)
  }
  pdfium.FORM_OnBeforeClosePage(page.page, filled.form)
}

function readField(page: OpenPage, { pdfium, form }: Filled, annotation: number): PdfFormField | null {
  const type = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
  const kind = kinds[type]
  const flag = pdfium.FPDFAnnot_GetFormFieldFlags(form, annotation)
  if (!kind || flag & flags.readOnly || pdfium.FPDFAnnot_GetFlags(annotation) & hidden) return null
  const name = readText(pdfium, (at, size) => pdfium.FPDFAnnot_GetFormFieldName(form, annotation, at, size))
  const label = readText(pdfium, (at, size) => pdfium.FPDFAnnot_GetFormFieldAlternateName(form, annotation, at, size))
  const box = withMemory(pdfium, 16, (at) => {
    if (!pdfium.FPDFAnnot_GetRect(annotation, at)) return null
    const [left = 0, top = 0, right = 0, bottom = 0] = readFloats(pdfium, at, 4)
    return { left, top, right, bottom }
  })
  const place = box && type !== radio ? toPlace(page, box) : null
  const isSeen = place === null || (place.width > 0 && place.height > 0)
  if (!name || !isSeen) return null
  const choices = kind === 'choice' && type !== radio ? readChoices(pdfium, form, annotation) : undefined
  return {
    name,
    label: label || name,
    kind,
    place,
    required: (flag & flags.required) !== 0,
    ...(kind === 'text' && flag & flags.multiline ? { multiline: true as const } : {}),
    ...(choices ? { choices } : {}),
  }
}

function readChoices(pdfium: Pdfium, form: number, annotation: number): string[] {
  const count = Math.min(pdfium.FPDFAnnot_GetOptionCount(form, annotation), 200)
  return Array.from({ length: Math.max(count, 0) }, (_, index) =>
    readText(pdfium, (at, size) => pdfium.FPDFAnnot_GetOptionLabel(form, annotation, index, at, size)),
  )
}
