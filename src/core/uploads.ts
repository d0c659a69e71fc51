import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

type Kind = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic'

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1'])

/** The type of a file by its first bytes; null for any other type. The name of the file does not count. */
export function sniffType(bytes: Buffer): Kind | null {
  const text = bytes.subarray(0, 16).toString('latin1')
  // Readers search the first kilobyte for the beginning of a PDF.
  if (bytes.subarray(0, 1_024).includes('%PDF-')) return 'application/pdf'
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  return text.slice(4, 8) === 'ftyp' && heicBrands.has(text.slice(8, 12)) ? 'image/heic' : null
}

// PDF names of active content and embedded files. They are long enough not to occur in packed bytes by chance.
const active =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|Movie|Sound|Rendition|3DD|SubmitForm|ImportData|XFA)(?![A-Za-z])/
/** These names occur in packed bytes by chance. No action has them without one of the names above. */
const shortActive = /\/(?:JS|3D)(?![A-Za-z])/
const mostInflated = 32 * 1024 * 1024
const inflateAsync = promisify(inflate)

/**
 * Why a PDF is refused: it has scripts, programs to launch or embedded files, it is encrypted, or its packed data is
 * too large or cannot be searched. Null when it is accepted. Readers find objects by a table and not by their order, so
 * an object may stand in a comment or in a stream: the whole file is searched, and all packed objects.
 */
export async function judgePdf(bytes: Buffer): Promise<'active' | 'encrypted' | 'heavy' | null> {
  const text = bytes.toString('latin1')
  const why = judgeNames(text)
  if (why) return why
  if (shortActive.test(unescapeNames(withoutStreams(text)))) return 'active'
  let left = mostInflated
  for (const packed of packedObjects(text, bytes)) {
    if (!packed) return 'heavy'
    const inflated = await inflateAsync(packed, { maxOutputLength: Math.max(left, 1) }).catch((error: unknown) => error)
    if (!Buffer.isBuffer(inflated)) return 'heavy'
    left -= inflated.length
    const inside = inflated.toString('latin1')
    const found = judgeNames(inside) ?? (shortActive.test(unescapeNames(inside)) ? 'active' : null)
    if (found) return found
  }
  return null
}

function judgeNames(text: string): 'active' | 'encrypted' | null {
  const plain = unescapeNames(text)
  if (/\/Encrypt(?![A-Za-z])/.test(plain)) return 'encrypted'
  return active.test(plain) ? 'active' : null
}

/** A PDF name may contain codes: /J#61vaScript. */
function unescapeNames(text: string): string {
  return text.replace(/#([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

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

/** Matches a PDF name, each letter of which may be a code. */
function nameOf(name: string): string {
  const letters = [...name].map((letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`)
  return `/${letters.join('')}`
}

// Some readers recognise a stream of objects by its `First` alone, and ignore its type.
const objectStream = new RegExp(
  `(?:${nameOf('ObjStm')}|${nameOf('First')}\\s+\\d+(?!\\d|\\s+\\d+\\s+R))(?![A-Za-z])`,
  'gi',
)

/** The packed streams of objects. Null for a stream whose bytes cannot be found, or are packed in an unusual way. */
function* packedObjects(text: string, bytes: Buffer): Generator<Buffer | null> {
  for (const { index } of text.matchAll(objectStream)) {
    const start = text.indexOf('stream', index)
    if (start < 0) continue
    const end = text.indexOf('endstream', start)
    const words = unescapeNames(text.slice(Math.max(0, text.lastIndexOf('obj', index)), start))
    // A comment or a string could hold another `stream`.
    const isUnclear = /[%(]/.test(text.slice(index, start)) || /\/Predictor(?![A-Za-z])/.test(words)
    const from = start + 'stream'.length + (text.startsWith('\r\n', start + 6) ? 2 : 1)
    yield isUnclear || end < 0 ? null : bytes.subarray(from, end)
  }
}
