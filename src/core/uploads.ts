import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

type Kind = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic'

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1'])

/** The type of a file by its first bytes, whatever its name; null for any other type. */
export function sniffType(bytes: Buffer): Kind | null {
  const text = bytes.subarray(0, 16).toString('latin1')
  // Readers search the first kilobyte for the beginning of a PDF.
  if (bytes.subarray(0, 1_024).includes('%PDF-')) return 'application/pdf'
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  return text.slice(4, 8) === 'ftyp' && heicBrands.has(text.slice(8, 12)) ? 'image/heic' : null
}

// PDF names of active content and embedded files.
const active =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|Movie|Sound|3D|SubmitForm|ImportData|XFA)(?![A-Za-z])/
const mostInflated = 32 * 1024 * 1024
const inflateAsync = promisify(inflate)

/**
 * Why a PDF is refused: scripts, launched programs or embedded files, encryption, which hides them, or too much packed
 * data. Searches all objects, packed ones too. Null when it is accepted.
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

/** A PDF name may contain codes: /J#61vaScript. */
function unescapeNames(text: string): string {
  return text.replace(/#([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Streams of pictures and fonts are not objects, and could look like anything. */
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

/** The packed streams of objects. */
function* packedObjects(text: string, bytes: Buffer): Generator<Buffer> {
  for (let at = text.indexOf('/ObjStm'); at >= 0; at = text.indexOf('/ObjStm', at + 1)) {
    const start = text.indexOf('stream', at)
    const end = start < 0 ? -1 : text.indexOf('endstream', start)
    if (end < 0) return
    const from = start + 'stream'.length + (text.startsWith('\r\n', start + 6) ? 2 : 1)
    yield bytes.subarray(from, end)
  }
}
