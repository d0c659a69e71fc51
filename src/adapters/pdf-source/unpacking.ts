import { inflateSync } from 'node:zlib'

/** The greatest total size of unpacked streams without pictures, and the greatest number of pixels of a picture. */
const mostUnpacked = 64 * 1_048_576
const mostPixels = 100_000_000
/** A file with more streams is refused, because a document has only a few for each page. */
const mostStreams = 100_000
/** Only this many bytes before a stream are searched for its dictionary. */
const longestDictionary = 4_096

/**
 * Whether the streams of a PDF unpack to more than a document needs. It is called before any reader opens the file,
 * because readers unpack whole streams, again and again. Readers judge streams that do not unpack.
 */
export function unpacksTooMuch(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let left = mostUnpacked
  let streams = 0
  for (const { dictionary, packed } of streamsOf(file)) {
    streams += 1
    if (streams > mostStreams) return true
    if (/\/Subtype\s*\/Image\b/.test(dictionary)) {
      if (sideOf(dictionary, 'Width') * sideOf(dictionary, 'Height') > mostPixels) return true
      continue
    }
    const times = dictionary.match(/\/Fl(ateDecode)?\b/g)?.length ?? 0
    let part = packed
    for (let time = 0; time < times; time++) {
      const unpacked = unpack(part, left)
      if (unpacked === 'too much') return true
      // A stream that does not unpack costs its own length, so that nested streams come to an end.
      left -= unpacked?.length ?? part.length
      if (left < 0) return true
      if (unpacked === null) break
      part = unpacked
    }
  }
  return false
}

function* streamsOf(file: Buffer): Generator<{ dictionary: string; packed: Buffer }> {
  // The end is searched once. A hostile file may have many beginnings and no end, and each search would read the whole
  // file.
  let ends = 0
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).equals(Buffer.from('end'))) continue
    const before = file.subarray(Math.max(0, at - longestDictionary), at).toString('latin1')
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    const starts = at + 6 + (file[at + 6] === 0x0d ? 2 : 1)
    if (ends < starts) {
      const found = file.indexOf('endstream', starts)
      ends = found === -1 ? file.length : found
    }
    yield { dictionary, packed: file.subarray(starts, ends) }
  }
}

function sideOf(dictionary: string, side: 'Width' | 'Height'): number {
  return Number(new RegExp(`/${side}\\s+(\\d+)`).exec(dictionary)?.[1] ?? 0)
}

/** Null for bytes that do not unpack. */
function unpack(packed: Buffer, most: number): Buffer | 'too much' | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    return error instanceof RangeError ? 'too much' : null
  }
}
