import { concat, encodeText } from '../asn1/bytes.ts'
import {
  bytesText,
  dict,
  name,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  type PdfText,
  type PdfValue,
} from './values.ts'
import { type WrittenObject, write, writeObject } from './write.ts'

/** The state of a file to which a revision is appended. */
export type Before = {
  /** The length of the file. */
  length: number
  /** The position of its newest cross-reference section. */
  xrefAt: number
  /** Whether that section is a stream. */
  isStream: boolean
  /** One more than the highest object number. */
  size: number
  root: PdfRef
  info: PdfRef | null
  /** The first of the two file identifiers. */
  id: Uint8Array
}

export type Revision = {
  bytes: Uint8Array
  /** The position of the signature's digits in the file. */
  holeAt: number
  /** The state to which the next revision is appended. */
  after: Before
}

/**
 * Writes a revision: sorted objects, their cross-reference section, and the trailer. `newId` is the second file
 * identifier.
 */
export function writeRevision(
  before: Before,
  objects: readonly PdfObject[],
  newId: Uint8Array,
  hole?: PdfText,
): Revision {
  return assemble(before, writeAll(objects, hole), newId)
}

type Placed = WrittenObject & { number: number; generation: number }

function writeAll(objects: readonly PdfObject[], hole?: PdfText): Placed[] {
  return objects.map((object) => {
    const { number, generation = 0 } = object
    return { number, generation, ...writeObject(object, hole) }
  })
}

function assemble(before: Before, objects: readonly Placed[], newId: Uint8Array): Revision {
  const sorted = [...objects].sort((a, b) => a.number - b.number)
  const places = findPlaces(before.length, sorted)
  const end = places.at(-1) ?? before.length
  const rows = sorted.map(({ number, generation }, index) => ({ number, generation, at: places[index] ?? 0 }))
  const size = Math.max(before.size, (sorted.at(-1)?.number ?? 0) + 1)
  const start: [string, PdfValue][] = [
    ['Root', before.root],
    ...(before.info ? [['Info', before.info] satisfies [string, PdfValue]] : []),
    ['ID', [bytesText(before.id), bytesText(newId)]],
    ['Prev', before.xrefAt],
  ]
  const table = before.isStream
    ? writeXrefStream([...rows, { number: size, generation: 0, at: end }], start)
    : writeXrefTable(rows, new Map([['Size', size], ...start]))
  const bytes = concat([...sorted.map((one) => one.bytes), table, encodeText(`startxref\n${end}\n%%EOF\n`)])
  const holder = sorted.findIndex(({ holeAt }) => holeAt !== null)
  const holeAt = (places[holder] ?? 0) + (sorted[holder]?.holeAt ?? 0)
  const after = {
    ...before,
    length: before.length + bytes.length,
    xrefAt: end,
    size: before.isStream ? size + 1 : size,
  }
  return { bytes, holeAt, after }
}

// The positions of the objects, and of the end.
function findPlaces(start: number, written: readonly WrittenObject[]): number[] {
  const places = [start]
  for (const { bytes } of written) places.push((places.at(-1) ?? 0) + bytes.length)
  return places
}

type Row = { number: number; generation: number; at: number }

/** Groups rows with consecutive numbers. */
function groupRows(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && (last.at(-1)?.number ?? 0) + 1 === row.number) last.push(row)
    else groups.push([row])
  }
  return groups
}

function writeXrefTable(rows: readonly Row[], trailer: PdfDict): Uint8Array {
  const sections = groupRows(rows).map(
    (group) =>
      `${group[0]?.number} ${group.length}\n${group.map(({ at, generation }) => `${pad(at, 10)} ${pad(generation, 5)} n \n`).join('')}`,
  )
  return encodeText(`xref\n${sections.join('')}trailer\n${write(trailer)}\n`)
}

function writeXrefStream(rows: readonly Row[], start: readonly [string, PdfValue][]): Uint8Array {
  const own = rows.at(-1)?.number ?? 0
  const index = groupRows(rows).flatMap((group) => [group[0]?.number ?? 0, group.length])
  const cells = rows.flatMap(({ at, generation }) => [1, ...bigEndian(at, 4), ...bigEndian(generation, 2)])
  const stream = Uint8Array.from(cells)
  const value = new Map<string, PdfValue>([
    ...dict({ Type: name('XRef'), Size: own + 1, Index: index, W: [1, 4, 2], Length: stream.length }),
    ...start,
  ])
  return writeObject({ number: own, value, stream }).bytes
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0')
}

function bigEndian(number: number, width: number): number[] {
  return Array.from({ length: width }, (_, index) => Math.floor(number / 256 ** (width - 1 - index)) % 256)
}

/**
 * Writes a revision with a signature over the whole file except itself. `room` bytes are left empty for the signature.
 */
export function writeSignedRevision(
  before: Before,
  newId: Uint8Array,
  room: number,
  objects: readonly PdfObject[],
  writeSignature: (contents: PdfText, byteRange: PdfValue) => PdfObject,
): Revision & { byteRange: readonly [number, number, number, number] } {
  const contents = bytesText(new Uint8Array(room))
  const others = writeAll(objects)
  let range: [number, number, number, number] = [0, 0, 0, 0]
  // The ranges change the length of their own text, and so all later positions. The loop repeats until they agree.
  for (let round = 0; round < 8; round++) {
    const revision = assemble(before, [...others, ...writeAll([writeSignature(contents, range)], contents)], newId)
    const [gap, resume] = [revision.holeAt - 1, revision.holeAt + room * 2 + 1]
    const next: typeof range = [0, gap, resume, revision.after.length - resume]
    if (next.every((number, index) => number === range[index])) return { ...revision, byteRange: next }
    range = next
  }
  throw new Error('The places of the signature could not be settled.')
}

/** Writes a signature into the room that was left for it. */
export function fillRoom(bytes: Uint8Array, at: number, room: number, signature: Uint8Array): void {
  if (signature.length > room) throw new Error('The signature is larger than its room.')
  let place = at
  for (const byte of signature) {
    bytes[place++] = digits[byte >> 4] ?? 0
    bytes[place++] = digits[byte & 15] ?? 0
  }
}

const digits = encodeText('0123456789abcdef')
