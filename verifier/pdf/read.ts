import { fromHex } from '../asn1/bytes.ts'
import { bytesText, isDict, name, type PdfObject, type PdfValue } from './values.ts'

/** The error for anything that is not written as our revisions are. */
export class NotOurs extends Error {}

/** A part of a file as bytes, and as a text with one letter for each byte. */
export type Part = { bytes: Uint8Array; text: string }

const mostDeep = 60
// Decodes each byte to one letter; ASCII stays itself.
const latin = new TextDecoder('latin1')

export function partOf(bytes: Uint8Array): Part {
  return { bytes, text: latin.decode(bytes) }
}

const head = /([1-9]\d{0,9}) (0|[1-9]\d{0,4}) obj\n/y

/**
 * Parses the object at a position, as our revisions write objects. Writing the whole revision again proves its form.
 * Throws NotOurs.
 */
export function readObject({ bytes, text }: Part, at: number): { object: PdfObject; end: number } {
  const [all = '', number, generation] = match(head, text, at) ?? fail('Something else stands between objects.')
  const read = readValue(text, at + all.length)
  const object: PdfObject = { number: Number(number), generation: Number(generation), value: read.value }
  if (!text.startsWith('\nstream\n', read.end)) return { object, end: skip(text, read.end, '\nendobj\n') }
  const length = isDict(read.value) ? read.value.get('Length') : undefined
  if (typeof length !== 'number' || length < 0 || !Number.isInteger(length)) fail('A stream has no length.')
  const start = read.end + '\nstream\n'.length
  object.stream = bytes.subarray(start, start + length)
  return { object, end: skip(text, start + length, '\nendstream\nendobj\n') }
}

type Found = { value: PdfValue; end: number }

/** Parses the value at a position of a text, as our revisions write values. Throws NotOurs. */
export function readValue(text: string, at: number, depth = 0): Found {
  if (depth > mostDeep) fail('A value is nested too deeply.')
  const first = text[at]
  if (first === '[') return readList(text, at + 1, depth)
  if (first === '<') return text[at + 1] === '<' ? readDict(text, at + 3, depth) : readHex(text, at + 1)
  if (first === '/') return readName(text, at)
  return readWord(text, at)
}

const word = /(\d{1,10}) (\d{1,5}) R|-?\d{1,15}(?:\.\d{1,8})?|true|false|null/y

function readWord(text: string, at: number): Found {
  const [all = '', number, generation] = match(word, text, at) ?? fail('A value is missing.')
  const end = at + all.length
  if (number !== undefined)
    return { value: { kind: 'ref', number: Number(number), generation: Number(generation) }, end }
  if (all === 'null') return { value: null, end }
  return { value: all === 'true' || all === 'false' ? all === 'true' : Number(all), end }
}

function readList(text: string, start: number, depth: number): Found {
  const values: PdfValue[] = []
  let at = start
  while (text[at] !== ']') {
    if (values.length > 0) at += 1
    const found = readValue(text, at, depth + 1)
    values.push(found.value)
    at = found.end
  }
  return { value: values, end: at + 1 }
}

function readDict(text: string, start: number, depth: number): Found {
  const entries = new Map<string, PdfValue>()
  let at = start
  while (text[at] !== '>') {
    const key = readName(text, at)
    const found = readValue(text, key.end + 1, depth + 1)
    if (entries.has(key.value.name)) fail('An entry stands twice.')
    entries.set(key.value.name, found.value)
    at = found.end + 1
  }
  return { value: entries, end: at + 2 }
}

function readHex(text: string, start: number): Found {
  const close = text.indexOf('>', start)
  const digits = text.slice(start, close)
  if (close < 0 || digits.length % 2 !== 0 || /[^\da-f]/.test(digits)) fail('A text is not written in hex.')
  return { value: bytesText(fromHex(digits)), end: close + 1 }
}

const written = /\/((?:[!-~](?<![#/()<>[\]{}%])|#[\da-f]{2})*)/y

function readName(text: string, at: number): { value: { kind: 'name'; name: string }; end: number } {
  const [all = '', inner = ''] = match(written, text, at) ?? fail('A name is missing.')
  return { value: name(inner.includes('#') ? unescapeName(inner) : inner), end: at + all.length }
}

function unescapeName(inner: string): string {
  const codes = inner.split(/(#..)/).flatMap((part) => {
    if (part.startsWith('#')) return [Number.parseInt(part.slice(1), 16)]
    return [...part].map((one) => one.charCodeAt(0))
  })
  return new TextDecoder().decode(Uint8Array.from(codes))
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function skip(text: string, at: number, words: string): number {
  return text.startsWith(words, at) ? at + words.length : fail('An object does not end as it should.')
}

function fail(message: string): never {
  throw new NotOurs(message)
}
