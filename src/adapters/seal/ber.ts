import { concat, isSame } from '../../../verifier/asn1/bytes.ts'
import { der, tags } from '../../../verifier/asn1/der-write.ts'
import { SealError } from './fault.ts'

const constructed = 0x20
const mostDeep = 40

type Written = { bytes: Uint8Array; tag: number; content: Uint8Array; end: number }

/**
 * Writes a BER value in DER: some authorities write indefinite lengths, and texts in pieces. The signed parts inside
 * stay unchanged. Throws SealError for bytes that are no value.
 */
export function toDer(bytes: Uint8Array): Uint8Array {
  const written = writeAgain(bytes, 0, 0)
  if (written.end !== bytes.length) throw broken('Bytes follow the answer.')
  return written.bytes
}

function writeAgain(bytes: Uint8Array, at: number, depth: number): Written {
  const tag = byteAt(bytes, at)
  if (depth > mostDeep || (tag & 0x1f) === 0x1f) throw broken('The answer has an unsupported form.')
  const { start, length } = readLength(bytes, at + 1)
  if ((tag & constructed) === 0) {
    if (length === null || start + length > bytes.length) throw broken('The answer is cut.')
    const content = bytes.subarray(start, start + length)
    return { bytes: der(tag, content), tag, content, end: start + length }
  }
  const { parts, end } = readParts(bytes, start, length, depth)
  // An OCTET STRING in pieces becomes one in DER.
  const isPieces = tag === (tags.octets | constructed)
  const content = concat(parts.map((part) => (isPieces ? part.content : part.bytes)))
  return { bytes: der(isPieces ? tags.octets : tag, content), tag, content, end }
}

function readParts(bytes: Uint8Array, start: number, length: number | null, depth: number) {
  const parts: Written[] = []
  let at = start
  const end = length === null ? bytes.length : start + length
  if (end > bytes.length) throw broken('The answer is cut.')
  while (length === null ? !isSame(bytes.subarray(at, at + 2), mark) : at < end) {
    const part = writeAgain(bytes.subarray(0, end), at, depth + 1)
    parts.push(part)
    at = part.end
  }
  return { parts, end: length === null ? at + 2 : end }
}

const mark = Uint8Array.of(0, 0)

function readLength(bytes: Uint8Array, at: number): { start: number; length: number | null } {
  const first = byteAt(bytes, at)
  if (first < 0x80) return { start: at + 1, length: first }
  if (first === 0x80) return { start: at + 1, length: null }
  const count = first - 0x80
  if (count > 4) throw broken('The answer has an unsupported form.')
  let length = 0
  for (let index = 1; index <= count; index++) length = length * 256 + byteAt(bytes, at + index)
  return { start: at + 1 + count, length }
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw broken('The answer is cut.')
  return byte
}

function broken(message: string): SealError {
  return new SealError('authority_failed', message)
}
