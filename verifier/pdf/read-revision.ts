import { isSame } from '../asn1/bytes.ts'
import { NotOurs, readObject, readValue } from './read.ts'
import { type Before, writeRevision } from './revision.ts'
import { isDict, isList, isRef, isText, type PdfDict, type PdfObject } from './values.ts'

/** A revision of ours as it stands in a file. */
export type ReadRevision = {
  start: number
  end: number
  objects: ReadonlyMap<number, PdfObject>
  /** What it was appended to, by its own words. */
  before: Before
  /** What the next is appended to. */
  after: Before
  newId: Uint8Array
}

type Section = { isStream: boolean; size: number; places: readonly number[]; trailer: PdfDict; end: number }

const mostRows = 100_000
const latin = new TextDecoder('latin1')

/** Where the newest cross-reference section stands. Throws NotOurs when the file does not end with saying so. */
export function findNewest(bytes: Uint8Array): number {
  const [, at] = /\nstartxref\n(\d{1,15})\n%%EOF\n$/.exec(latin.decode(bytes.subarray(-64))) ?? []
  if (at === undefined) throw new NotOurs('The file does not end as a sealed one does.')
  return Number(at)
}

/** Reads the revision whose cross-reference section stands at a place. Throws NotOurs when it is not written as ours are. */
export function readRevision(bytes: Uint8Array, xrefAt: number): ReadRevision {
  const section =
    latin.decode(bytes.subarray(xrefAt, xrefAt + 5)) === 'xref\n' ? readTable(bytes, xrefAt) : readStream(bytes, xrefAt)
  const start = Math.min(...section.places)
  const objects = readObjects(bytes, start, xrefAt)
  const tail = `startxref\n${xrefAt}\n%%EOF\n`
  const end = section.end + tail.length
  const { before, newId } = readTrailer(section, start)
  const written = writeRevision(before, [...objects.values()], newId)
  if (!isSame(written.bytes, bytes.subarray(start, end))) throw new NotOurs('A revision is written in another form.')
  return { start, end, objects, before, after: written.after, newId }
}

function readObjects(bytes: Uint8Array, start: number, end: number): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>()
  for (let at = start; at < end; ) {
    const found = readObject(bytes, at)
    if (!found || objects.has(found.object.number)) throw new NotOurs('Something else stands between objects.')
    objects.set(found.object.number, found.object)
    at = found.end
  }
  return objects
}

function readTable(bytes: Uint8Array, start: number): Section {
  const places: number[] = []
  let at = start + 5
  for (;;) {
    const head = /^(\d{1,10}) (\d{1,6})\n/.exec(latin.decode(bytes.subarray(at, at + 20)))
    if (!head) break
    at += head[0].length
    const rows = Number(head[2])
    if (places.length + rows > mostRows) throw new NotOurs('A revision has too many objects.')
    for (let row = 0; row < rows; row++, at += 20) places.push(Number(latin.decode(bytes.subarray(at, at + 10))))
  }
  if (latin.decode(bytes.subarray(at, at + 8)) !== 'trailer\n') throw new NotOurs('A revision has no trailer.')
  const { value, end } = readValue(bytes, at + 8)
  if (!isDict(value)) throw new NotOurs('A revision has no trailer.')
  return { isStream: false, size: numberOf(value, 'Size'), places, trailer: value, end: end + 1 }
}

function readStream(bytes: Uint8Array, start: number): Section {
  const found = readObject(bytes, start)
  const cells = found?.object.stream
  if (!found || !cells || !isDict(found.object.value)) throw new NotOurs('A revision has no cross-reference section.')
  const places: number[] = []
  // The last row is that of the section itself.
  for (let at = 0; at + 14 <= cells.length; at += 7) {
    places.push([1, 2, 3, 4].reduce((sum, byte) => sum * 256 + (cells[at + byte] ?? 0), 0))
  }
  return { isStream: true, size: found.object.number, places, trailer: found.object.value, end: found.end }
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
