import { decodeBase64 } from '../../base64.ts'
import type { Context } from '../../context.ts'
import { type Fault, fault, invalid } from '../../errors.ts'
import { requirePermission } from '../../permissions.ts'
import { checkText } from '../../text.ts'
import { sha256 } from '../../vault.ts'
import { isPacked, judgeDocx } from './docx.ts'
import { type PdfUpload, readAnchors } from './file.ts'
import { mostPdfBytes, mostPdfPages, type PdfSources } from './pdf.ts'

/** An uploaded file: its name, and its bytes in base64. */
export type FileUpload = { name: string; base64: string }

const path = ['fileUpload']

/** Judges an uploaded PDF or Word document. Stores nothing. Throws `permission_missing`, `validation_failed`. */
export async function readUpload(ctx: Context, pdfs: PdfSources, { name, base64 }: FileUpload): Promise<PdfUpload> {
  requirePermission(ctx, 'agreements:write')
  const bytes = decodeBase64(base64)
  const faults: Fault[] = checkText([...path, 'name'], name, { maxLength: 255, minLength: 1 })
  if (!bytes) faults.push(fault([...path, 'base64'], 'base64'))
  else if (bytes.length > mostPdfBytes)
    faults.push(fault([...path, 'base64'], 'pdf_size', { megabytes: mostPdfBytes / 1_048_576 }))
  if (faults.length > 0 || !bytes) throw invalid(faults)
  const pdf = isPacked(bytes) ? await convert(pdfs, bytes) : bytes
  const found = await pdfs.read(pdf, mostPdfPages)
  if ('refusal' in found) throw invalid([fault(path, found.refusal, { most: mostPdfPages, page: found.page ?? null })])
  const { pages, anchors, formFields, words } = found
  const of = { name: pdf === bytes ? name : name.replace(/(\.docx)?$/i, '.pdf'), sha256: sha256(pdf).toString('hex') }
  return { ...of, byteSize: pdf.length, pages, anchors: readAnchors(anchors), bytes: pdf, words, formFields }
}

/** Turns a Word document into the PDF that people see and sign. Throws `validation_failed`. */
async function convert(pdfs: PdfSources, bytes: Buffer): Promise<Buffer> {
  const why = await judgeDocx(bytes)
  if (why) throw invalid([fault(path, why)])
  const made = await pdfs.convert(bytes)
  if ('refusal' in made) throw invalid([fault(path, made.refusal)])
  return Buffer.from(made.pdf)
}
