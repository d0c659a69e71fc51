import { concat, encodeText, toHex } from '../asn1/bytes.ts'
import { isDict, type PdfDict, type PdfObject, type PdfText, type PdfValue } from './values.ts'

/** The bytes of an object. `holeAt` is the position of the digits of `hole`. */
export type WrittenObject = { bytes: Uint8Array; holeAt: number | null }

const end = encodeText('\nendobj\n')

/** Writes an object in the one form of our revisions. */
export function writeObject({ number, generation = 0, value, stream }: PdfObject, hole?: PdfText): WrittenObject {
  const [before, after] = splitAt(`${number} ${generation} obj\n${write(value, hole)}`)
  const head = encodeText(before + after)
  const bytes = stream
    ? concat([head, encodeText('\nstream\n'), stream, encodeText('\nendstream'), end])
    : concat([head, end])
  return { bytes, holeAt: after === '' ? null : before.length }
}

// A mark that no written text contains, because all of it is printable ASCII.
const mark = '\u0000'

function splitAt(text: string): [string, string] {
  const [before = '', after = ''] = text.split(mark)
  return [before, after]
}

/** Writes a value in the one form of our revisions: single spaces, texts in lower-case hex. */
export function write(value: PdfValue, hole?: PdfText): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writeNumber(value)
  if (isDict(value)) return writeDict(value, hole)
  if (!('kind' in value)) return `[${value.map((one) => write(one, hole)).join(' ')}]`
  if (value.kind === 'name') return writeName(value.name)
  if (value.kind === 'ref') return `${value.number} ${value.generation} R`
  return `<${value === hole ? mark : ''}${toHex(value.bytes)}>`
}

function writeDict(value: PdfDict, hole?: PdfText): string {
  return `<< ${[...value].map(([key, one]) => `${writeName(key)} ${write(one, hole)} `).join('')}>>`
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) throw new Error('A number cannot be written in a PDF.')
  return Number.isInteger(value)
    ? String(value + 0)
    : value
        .toFixed(8)
        .replace(/\.?0+$/, '')
        .replace(/^-0$/, '0')
}

function writeName(text: string): string {
  return plainName.test(text) ? `/${text}` : `/${[...encodeText(text)].map(writeNameByte).join('')}`
}

const plainName = /^[\w.+-]*$/

function writeNameByte(byte: number): string {
  const isPlain = byte > 0x20 && byte < 0x7f && !'#/()<>[]{}%'.includes(String.fromCharCode(byte))
  return isPlain ? String.fromCharCode(byte) : `#${byte.toString(16).padStart(2, '0')}`
}
