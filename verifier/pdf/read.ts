import { fromHex } from '../asn1/bytes.ts'
import { bytesText, isDict, name, type PdfObject, type PdfValue } from './values.ts'
import { write } from './write.ts'

/** What was read is not written as our revisions are. */
export class NotOurs extends Error {}

const mostDeep = 60

/** Reads the object at a place, as our revisions write objects. Null when what stands there is not the begin of one. */
export function readObject(bytes: Uint8Array, at: number): { object: PdfObject; end: number } | null {
  const head = /^([1-9]\d{0,9}) (0|[1-9]\d{0,4}) obj\n/.exec(ascii(bytes, at, 24))
  if (!head) return null
  const start = at + head[0].length
  const read = readValue(bytes, start)
  let { end } = read
  const object: PdfObject = { number: Number(head[1]), generation: Number(head[2]), value: read.value }
  if (ascii(bytes, end, 8) === '\nstream\n') {
    const length = isDict(read.value) ? read.value.get('Length') : undefined
    if (typeof length !== 'number' || length < 0 || !Number.isInteger(length))
      throw new NotOurs('A stream has no length.')
    object.stream = bytes.subarray(end + 8, end + 8 + length)
    end += 8 + length
    end = skip(bytes, end, '\nendstream')
  }
  return { object, end: skip(bytes, end, '\nendobj\n') }
}

/** Reads a value at a place. Throws NotOurs for every form but the one that is written here. */
export function readValue(bytes: Uint8Array, at: number): { value: PdfValue; end: number } {
  const found = readAt(bytes, at, 0)
  const written = write(found.value)
  if (ascii(bytes, at, found.end - at) !== written) throw new NotOurs('A value is written in another form.')
  return found
}

type Found = { value: PdfValue; end: number }

function readAt(bytes: Uint8Array, at: number, depth: number): Found {
  if (depth > mostDeep) throw new NotOurs('A value is nested too deeply.')
  const first = String.fromCharCode(bytes[at] ?? 0)
  if (first === '[') return readList(bytes, at + 1, depth)
  if (first === '<') return bytes[at + 1] === 0x3c ? readDict(bytes, at + 3, depth) : readHex(bytes, at + 1)
  if (first === '/') return readName(bytes, at)
  const word = /^(?:(\d{1,10}) (\d{1,5}) R|-?\d{1,15}(?:\.\d{1,8})?|true|false|null)/.exec(ascii(bytes, at, 40))
  if (!word) throw new NotOurs('A value is missing.')
  const [all, number, generation] = word
  return { value: readWord(all, number, generation), end: at + all.length }
}

function readWord(word: string, number: string | undefined, generation: string | undefined): PdfValue {
  if (number !== undefined) return { kind: 'ref', number: Number(number), generation: Number(generation) }
  if (word === 'null') return null
  return word === 'true' || word === 'false' ? word === 'true' : Number(word)
}

function readList(bytes: Uint8Array, start: number, depth: number): Found {
  const values: PdfValue[] = []
  let at = start
  while (bytes[at] !== 0x5d) {
    if (values.length > 0) at += 1
    const found = readAt(bytes, at, depth + 1)
    values.push(found.value)
    at = found.end
  }
  return { value: values, end: at + 1 }
}

function readDict(bytes: Uint8Array, start: number, depth: number): Found {
  const entries = new Map<string, PdfValue>()
  let at = start
  while (bytes[at] !== 0x3e) {
    const key = readName(bytes, at)
    const found = readAt(bytes, key.end + 1, depth + 1)
    if (entries.has(key.value.name)) throw new NotOurs('An entry stands twice.')
    entries.set(key.value.name, found.value)
    at = found.end + 1
  }
  return { value: entries, end: at + 2 }
}

function readHex(bytes: Uint8Array, start: number): Found {
  const close = bytes.indexOf(0x3e, start)
  if (close < 0 || (close - start) % 2 !== 0) throw new NotOurs('A text does not end.')
  return { value: bytesText(fromHex(ascii(bytes, start, close - start))), end: close + 1 }
}

function readName(bytes: Uint8Array, at: number): { value: { kind: 'name'; name: string }; end: number } {
  const [written] = /^\/[!-~]*/.exec(ascii(bytes, at, 400)) ?? []
  const [all] = /^\/(?:[^#/()<>[\]{}%]|#[\da-f]{2})*/.exec(written ?? '') ?? []
  if (all === undefined) throw new NotOurs('A name is missing.')
  const codes = all
    .slice(1)
    .split(/(#..)/)
    .flatMap((part) =>
      part.startsWith('#') ? [Number.parseInt(part.slice(1), 16)] : [...part].map((one) => one.charCodeAt(0)),
    )
  return { value: name(new TextDecoder().decode(Uint8Array.from(codes))), end: at + all.length }
}

function skip(bytes: Uint8Array, at: number, words: string): number {
  if (ascii(bytes, at, words.length) !== words) throw new NotOurs('An object does not end as it should.')
  return at + words.length
}

const latin = new TextDecoder('latin1')

function ascii(bytes: Uint8Array, at: number, length: number): string {
  return latin.decode(bytes.subarray(at, at + length))
}
