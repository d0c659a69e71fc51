import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

type Kind = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic'

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1'])

/** The type of a file by its first bytes, whatever it is called; null for one of another type. */
export function sniffType(bytes: Buffer): Kind | null {
  const text = bytes.subarray(0, 16).toString('latin1')
  // Readers look for the beginning of a PDF in the first kilobyte.
  if (bytes.subarray(0, 1_024).includes('%PDF-')) return 'application/pdf'
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  return text.slice(4, 8) === 'ftyp' && heicBrands.has(text.slice(8, 12)) ? 'image/heic' : null
}

// What acts by itself or starts something when a PDF is opened, and what it may carry along.
const active =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|Movie|Sound|3D|SubmitForm|ImportData|XFA)(?![A-Za-z])/
const mostInflated = 32 * 1024 * 1024
const inflateAsync = promisify(inflate)

/**
 * Why a PDF is not taken: it has scripts, starts programs or carries files, or it is encrypted, so that nobody can tell.
 * Looks at its objects, those that are packed in streams too. Null when nothing of this is found.
 */
export async function judgePdf(bytes: Buffer): Promise<'active' | 'encrypted' | 'heavy' | null> {
  const text = bytes.toString('latin1')
  const plain = unescapeNames(withoutStreams(text))
  if (/\/Encrypt(?![A-Za-z])/.test(plain)) return 'encrypted'
  if (active.test(plain)) return 'active'
  let left = mostInflated
  for (const packed of packedObjects(text, bytes)) {
    const inflated = await inflateAsync(packed, { maxOutputLength: Math.max(left, 1) }).catch((error: unknown) => error)
    if (!Buffer.isBuffer(inflated)) return 'heavy'
    left -= inflated.length
    const words = unescapeNames(inflated.toString('latin1'))
    if (/\/Encrypt(?![A-Za-z])/.test(words)) return 'encrypted'
    if (active.test(words)) return 'active'
  }
  return null
}

/** A name may be written with codes: /J#61vaScript. */
function unescapeNames(text: string): string {
  return text.replace(/#([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Bytes of pictures and fonts are no objects, and may look like anything. */
function withoutStreams(text: string): string {
  const parts: string[] = []
  let at = 0
  for (;;) {
    const start = text.indexOf('stream', at)
    const end = start < 0 ? -1 : text.indexOf('endstream', start)
    if (end < 0) break
    parts.push(text.slice(at, start))
    at = end + 'endstream'.length
  }
  return `${parts.join('')}${text.slice(at)}`
}

/** The streams that objects are packed in, still packed. */
function* packedObjects(text: string, bytes: Buffer): Generator<Buffer> {
  for (let at = text.indexOf('/ObjStm'); at >= 0; at = text.indexOf('/ObjStm', at + 1)) {
    const start = text.indexOf('stream', at)
    const end = start < 0 ? -1 : text.indexOf('endstream', start)
    if (end < 0) return
    const from = start + 'stream'.length + (text.startsWith('\r\n', start + 6) ? 2 : 1)
    yield bytes.subarray(from, end)
  }
}
