import { type Fault, fault } from '../../errors.ts'

/**
 * Decodes a file as spreadsheets save it: UTF-8 with or without a byte order mark, or UTF-16 with one. Line ends become
 * `\n`. Any other encoding is a fault with the line.
 */
export function decodeFile(bytes: Uint8Array): string | Fault {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const encoding = encodingOf(buffer)
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(buffer)
    const found = text.indexOf('\0')
    if (found >= 0) return fault([], 'csv_nul', { line: lineAt(text, found) })
    return text.replaceAll(/\r\n?/g, '\n')
  } catch {
    return fault([], 'csv_encoding', { line: encoding === 'utf-8' ? brokenLine(buffer) : 1 })
  }
}

function encodingOf(buffer: Buffer): string {
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le'
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

// The line of the first invalid byte. A lenient decoder replaces that byte, so the first difference is there.
function brokenLine(buffer: Buffer): number {
  const lenient = new TextDecoder('utf-8').decode(buffer)
  const whole = Buffer.from(lenient)
  const start = startsWithMark(buffer) ? 3 : 0
  let at = 0
  while (at < whole.length && whole[at] === buffer[start + at]) at++
  return lineAt(whole.subarray(0, at).toString(), Number.POSITIVE_INFINITY)
}

function startsWithMark(buffer: Buffer): boolean {
  return buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf
}

function lineAt(text: string, end: number): number {
  return text.slice(0, end).split(/\r\n?|\n/).length
}
