import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Sign, Stage } from './stage.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

type PdfLib = { PDFDocument: { load(bytes: Uint8Array): Promise<{ save(options: object): Promise<Uint8Array> }> } }
type Placeholder = { pdflibAddPlaceholder(options: object): void }
type SignPdf = { SignPdf: new () => { sign(pdf: Uint8Array, signer: object): Promise<Buffer> } }
type Utils = { Signer: new () => object }

/** The signature of @signpdf/signpdf. pdf-lib writes its place, and our signature at B-T fills it. */
export function signWithSignpdf({ signBytes }: Stage): Sign {
  if (!existsSync(new URL('node_modules', import.meta.url)))
    execFileSync('npm', ['ci', '--omit=optional', '--ignore-scripts'], { cwd: folder, stdio: 'inherit' })
  const load = createRequire(import.meta.url)
  const { PDFDocument }: PdfLib = load('pdf-lib')
  const { pdflibAddPlaceholder }: Placeholder = load('@signpdf/placeholder-pdf-lib')
  const { SignPdf }: SignPdf = load('@signpdf/signpdf')
  const { Signer }: Utils = load('@signpdf/utils')
  class OurSignature extends Signer {
    sign(bytes: Uint8Array) {
      return signBytes(bytes)
    }
  }
  const about = { reason: 'Signed by all', contactInfo: '', name: 'Acme', location: '', signatureLength: 16_000 }
  return async (bytes) => {
    const pdfDoc = await PDFDocument.load(bytes)
    pdflibAddPlaceholder({ pdfDoc, ...about, subFilter: 'ETSI.CAdES.detached' })
    const placed = await pdfDoc.save({ useObjectStreams: false })
    return new SignPdf().sign(Buffer.from(placed), new OurSignature())
  }
}
