import { type Bytes, concat } from '../asn1/bytes.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })
const [ofFile, ofList, ofEnd] = [0x04034b50, 0x02014b50, 0x06054b50]
/** The lengths of the three records of a ZIP, without names. */
const [fileLength, listLength, endLength] = [30, 46, 22]
const mostFiles = 100
const [stored, deflated] = [0, 8]
/**
 * The known flags: the level of compression, and a name in UTF-8. Other flags, such as encryption, change the meaning
 * of the data.
 */
const knownFlags = 0x0806

type Sizes = ReadonlyMap<string, number>

export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= endLength && viewOf(bytes).getUint32(0, true) === ofFile
}

/**
 * The wanted files of a ZIP by name. `wanted` has the greatest size of each, and other files are skipped. Null for a
 * ZIP that two readers could read in two ways (a repeated name, overlapping files, a gap, a comment at the end), and
 * for any other bytes.
 */
export async function unzip(bytes: Uint8Array, wanted: Sizes): Promise<Map<string, Uint8Array> | null> {
  try {
    return await readFiles(bytes, wanted)
  } catch {
    // A record that reaches over the end, a name that is no text, or data that does not inflate.
    return null
  }
}

async function readFiles(bytes: Uint8Array, wanted: Sizes): Promise<Map<string, Uint8Array> | null> {
  const view = viewOf(bytes)
  const end = bytes.length - endLength
  const [count, start] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)]
  if (view.getUint32(end, true) !== ofEnd || count > mostFiles) return null
  const files = new Map<string, Uint8Array>()
  const names = new Set<string>()
  let [at, next] = [start, 0]
  for (let index = 0; index < count; index++) {
    const file = readFile(bytes, view, at)
    if (!file || file.at !== next || names.has(file.name)) return null
    names.add(file.name)
    const most = wanted.get(file.name)
    const data = most === undefined ? null : await unpack(file, most)
    if (data) files.set(file.name, data)
    at = file.listEnd
    next = file.end
  }
  return at === end && next === start ? files : null
}

/** A file by its entry in the directory. Null when the header before its data differs from the entry. */
function readFile(bytes: Uint8Array, view: DataView, listed: number) {
  const short = (at: number) => view.getUint16(at, true)
  const long = (at: number) => view.getUint32(at, true)
  const at = long(listed + 42)
  const nameOf = (from: number, length: number) => decoder.decode(bytes.subarray(from, from + length))
  const name = nameOf(listed + listLength, short(listed + 28))
  const [method, packed, size] = [short(listed + 10), long(listed + 20), long(listed + 24)]
  const isSame =
    long(listed) === ofList &&
    long(at) === ofFile &&
    short(at + 6) === short(listed + 8) &&
    (short(at + 6) & ~knownFlags) === 0 &&
    short(at + 8) === method &&
    long(at + 18) === packed &&
    long(at + 22) === size &&
    nameOf(at + fileLength, short(at + 26)) === name
  const from = at + fileLength + short(at + 26) + short(at + 28)
  const end = from + packed
  if (!isSame || (method !== stored && method !== deflated) || end > bytes.length) return null
  const listEnd = listed + listLength + short(listed + 28) + short(listed + 30) + short(listed + 32)
  return { name, at, method, size, data: bytes.subarray(from, end), end, listEnd }
}

/** The bytes of a file. Null when there are more than `most`, or another number than the directory says. */
async function unpack({ method, data, size }: { method: number; data: Uint8Array; size: number }, most: number) {
  if (size > most) return null
  const whole = method === stored ? data : await inflate(data, size)
  return whole?.length === size ? whole : null
}

async function inflate(bytes: Uint8Array, most: number): Promise<Bytes | null> {
  const reader = new Blob([Uint8Array.from(bytes)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader()
  const parts: Uint8Array[] = []
  for (let size = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return concat(parts)
    size += value.length
    if (size > most) return null
    parts.push(value)
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
}
