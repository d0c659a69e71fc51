import { inflateSync } from 'node:zlib'

/** What all streams of a file may unpack to together, pictures aside, and how many pixels a picture may have. */
const mostUnpacked = 64 * 1_048_576
const mostPixels = 100_000_000
/** A file with more streams is refused unread: a document has some for each of its pages. */
const mostStreams = 100_000
/** A dictionary that is longer before its stream is not read for what unpacks it. */
const longestDictionary = 4_096

/**
 * Whether the streams of a PDF unpack to more than a document needs. It is asked before anything reads the file, because
 * readers unpack a stream whole, again and again. A stream that does not unpack is left to them.
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
      // One that does not unpack costs its own length, so that streams within streams come to an end.
      left -= unpacked?.length ?? part.length
      if (left < 0) return true
      if (unpacked === null) break
      part = unpacked
    }
  }
  return false
}

function* streamsOf(file: Buffer): Generator<{ dictionary: string; packed: Buffer }> {
  // The end is looked for once: whoever writes many beginnings and no end must not have the file read for each.
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

/** Null for what does not unpack. */
function unpack(packed: Buffer, most: number): Buffer | 'too much' | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    return error instanceof RangeError ? 'too much' : null
  }
}
