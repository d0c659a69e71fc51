import { PDF } from '@libpdf/core'
import { hashOf } from '../../../verifier/asn1/index.ts'
import type { Before } from '../../../verifier/pdf/revision.ts'
import { isRef, isText, type PdfRef, type PdfValue } from '../../../verifier/pdf/values.ts'
import { SealError } from './fault.ts'
import { type Reader, readFrom, toValue } from './from-libpdf.ts'

/** A document that gets a seal. */
export type Source = {
  bytes: Uint8Array
  before: Before
  /** The second file identifier of the next revision. */
  newId: Uint8Array
  reader: Reader
  catalog: Map<string, PdfValue>
  /** The first page, which holds the field of the seal. */
  page: { ref: PdfRef; dict: Map<string, PdfValue> }
}

/**
 * Opens a finished document by its bytes and their SHA-256. Rewrites a document that cannot be appended to. Throws
 * SealError.
 */
export async function openSource(bytes: Uint8Array, sha256: Uint8Array): Promise<Source> {
  try {
    const pdf = await PDF.load(bytes)
    if (pdf.isEncrypted) throw new SealError('pdf_unreadable', 'An encrypted PDF is not sealed.')
    if (pdf.canSaveIncrementally() === null) return readSource(bytes, sha256, pdf)
    // Without a change, libpdf would return the original bytes.
    pdf.getCatalog().dirty = true
    const whole = await pdf.save()
    return readSource(whole, await hashOf(whole), await PDF.load(whole))
  } catch (error) {
    if (error instanceof SealError) throw error
    throw new SealError('pdf_unreadable', 'The PDF cannot be read.', { cause: error })
  }
}

function readSource(bytes: Uint8Array, sha256: Uint8Array, pdf: PDF): Source {
  const trailer = toValue(pdf.context.info.trailer)
  const reader = readFrom(pdf)
  const entries = reader.dictOf(trailer)
  const [root, info, page] = [entries.get('Root'), entries.get('Info'), pdf.getPage(0)]
  const pageRef = page && toValue(page.ref)
  if (!isRef(root) || !isRef(pageRef ?? null) || !page) throw new SealError('pdf_unreadable', 'The PDF has no page.')
  const newId = sha256.slice(0, 16)
  const [id] = reader.listOf(entries.get('ID'))
  const before: Before = {
    length: bytes.length,
    xrefAt: findXref(bytes),
    isStream: pdf.usesXRefStreams,
    size: pdf.context.registry.nextObjectNumber,
    root,
    info: isRef(info) ? info : null,
    id: isText(id) ? id.bytes : newId,
  }
  const catalog = reader.dictOf(root)
  return {
    bytes,
    before,
    newId,
    reader,
    catalog,
    page: { ref: refOf(pageRef), dict: reader.dictOf(pageRef ?? null) },
  }
}

function refOf(value: PdfValue | undefined): PdfRef {
  return isRef(value) ? value : fail()
}

function fail(): never {
  throw new SealError('pdf_unreadable', 'The PDF has no page.')
}

// The last line but one has the position where a reader starts.
function findXref(bytes: Uint8Array): number {
  const tail = Buffer.from(bytes.subarray(-2_048)).toString('latin1')
  const found = [...tail.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1]
  if (found === undefined) throw new SealError('pdf_unreadable', 'The PDF does not say where a reader starts.')
  return Number(found)
}
