import { isSame } from '../asn1/bytes.ts'
import { NotOurs, type Part, partOf, readObject, readValue } from './read.ts'
import { type Before, writeRevision } from './revision.ts'
import { isDict, isList, isRef, isText, type PdfDict, type PdfObject, type PdfText } from './values.ts'

/** A parsed revision of a sealed document. */
export type ReadRevision = {
  start: number
  end: number
  objects: ReadonlyMap<number, PdfObject>
  /** The state that the revision says it was appended to. */
  before: Before
  /** The state to which the next revision is appended. */
  after: Before
  newId: Uint8Array
  /** The position of its signature's digits in the file; null without a signature. */
  holeAt: number | null
}

type Section = { isStream: boolean; size: number; places: readonly number[]; trailer: PdfDict; end: number }

const mostRows = 100_000
const latin = new TextDecoder('latin1')

/** The position of the newest cross-reference section. Throws NotOurs when the end of the file does not name it. */
export function findNewest(bytes: Uint8Array): number {
  const [, at] = /\nstartxref\n(\d{1,15})\n%%EOF\n$/.exec(latin.decode(bytes.subarray(-64))) ?? []
  if (at === undefined) throw new NotOurs('The file does not end as a sealed one does.')
  return Number(at)
}

/**
 * Parses the revision with a cross-reference section at `xrefAt`, before the position `until`. Throws NotOurs unless it
 * is written exactly as writeRevision does.
 */
export function readRevision(bytes: Uint8Array, xrefAt: number, until = bytes.length): ReadRevision {
  const tailPart = partOf(bytes.subarray(xrefAt, until))
  const section = tailPart.text.startsWith('xref\n') ? readTable(tailPart.text, xrefAt) : readStream(tailPart, xrefAt)
  const start = Math.min(...section.places)
  const objects = readObjects(bytes, start, xrefAt)
  const tail = `startxref\n${xrefAt}\n%%EOF\n`
  const end = section.end + tail.length
  const { before, newId } = readTrailer(section, start)
  const contents = findContents(objects)
  const written = writeRevision(before, [...objects.values()], newId, contents)
  if (!isSame(written.bytes, bytes.subarray(start, end))) throw new NotOurs('A revision is written in another form.')
  return { start, end, objects, before, after: written.after, newId, holeAt: contents ? written.holeAt : null }
}

// A revision of ours has at most one signature.
function findContents(objects: ReadonlyMap<number, PdfObject>): PdfText | undefined {
  const found = [...objects.values()].flatMap(({ value }) => {
    const contents = isDict(value) && value.has('ByteRange') ? value.get('Contents') : undefined
    return isText(contents) ? [contents] : []
  })
  if (found.length > 1) throw new NotOurs('A revision has several signatures.')
  return found[0]
}

function readObjects(bytes: Uint8Array, start: number, end: number): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>()
  const part = partOf(bytes.subarray(start, end))
  for (let at = 0; at < end - start; ) {
    const found = readObject(part, at)
    if (objects.has(found.object.number)) throw new NotOurs('An object stands twice.')
    objects.set(found.object.number, found.object)
    at = found.end
  }
  return objects
}

const heading = /(\d{1,10}) (\d{1,6})\n/y
const rowLength = 20

function readTable(text: string, start: number): Section {
  const places: number[] = []
  let at = 'xref\n'.length
  for (;;) {
    heading.lastIndex = at
    const [all, , count] = heading.exec(text) ?? []
    if (all === undefined) break
    at += all.length
    if (places.length + Number(count) > mostRows) throw new NotOurs('A revision has too many objects.')
    for (let row = 0; row < Number(count); row++, at += rowLength) places.push(Number(text.slice(at, at + 10)))
  }
  if (!text.startsWith('trailer\n', at)) throw new NotOurs('A revision has no trailer.')
  const { value, end } = readValue(text, at + 'trailer\n'.length)
  if (!isDict(value)) throw new NotOurs('A revision has no trailer.')
  return { isStream: false, size: numberOf(value, 'Size'), places, trailer: value, end: start + end + 1 }
}

function readStream(part: Part, start: number): Section {
  const { object, end } = readObject(part, 0)
  const cells = object.stream
  if (!cells || !isDict(object.value)) throw new NotOurs('A revision has no cross-reference section.')
  const places: number[] = []
  // The last row is the one of the section itself.
  for (let at = 0; at + 14 <= cells.length; at += 7) {
    places.push([1, 2, 3, 4].reduce((sum, byte) => sum * 256 + (cells[at + byte] ?? 0), 0))
  }
  return { isStream: true, size: object.number, places, trailer: object.value, end: start + end }
}

function readTrailer({ trailer, isStream, size }: Section, start: number): { before: Before; newId: Uint8Array } {
  const [root, info, ids] = [trailer.get('Root'), trailer.get('Info'), trailer.get('ID')]
  const [id, newId] = isList(ids) ? ids : []
  if (!isRef(root) || !isText(id) || !isText(newId)) throw new NotOurs('A revision does not say where its catalog is.')
  const xrefAt = numberOf(trailer, 'Prev')
  const before = { length: start, xrefAt, isStream, size, root, info: isRef(info) ? info : null, id: id.bytes }
  return { before, newId: newId.bytes }
}

function numberOf(value: PdfDict, key: string): number {
  const found = value.get(key)
  if (typeof found !== 'number' || !Number.isInteger(found) || found < 0) throw new NotOurs(`A revision has no ${key}.`)
  return found
}
