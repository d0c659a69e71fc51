import { compareBytes } from './bytes.ts'
import { Refused } from './refused.ts'

/** One DER value: the identifier byte, the content, and all its bytes. */
export type Der = { tag: number; content: Uint8Array; bytes: Uint8Array }

/** Reads the parts of a value one after another. */
export type Parts = {
  /** The next part. Throws Refused when there is none, or when it has another tag. */
  take(tag: number): Der
  /** The next part if it has this tag, else null. */
  maybe(tag: number): Der | null
  any(): Der
  rest(): Der[]
  /** Throws Refused when a part is left. */
  end(): void
}

const mostBytes = 2 ** 31

/** Parses one value that takes all bytes. Throws Refused for anything but DER. */
export function readDer(bytes: Uint8Array): Der {
  const value = readAt(bytes, 0)
  if (value.bytes.length !== bytes.length) throw notDer('Bytes follow the value.')
  return value
}

/** Parses the first value of the bytes, and ignores what follows. */
export function readFirst(bytes: Uint8Array): Der {
  return readAt(bytes, 0)
}

/** The values inside a constructed value. Throws Refused for another tag. */
export function partsOf(value: Der, tag = value.tag): Parts {
  if (value.tag !== tag || (tag & 0x20) === 0) throw notDer(`Tag ${value.tag} stands where ${tag} should.`)
  const all = readAll(value.content)
  let next = 0
  const any = () => all[next++] ?? fail('A part is missing.')
  const parts: Parts = {
    any,
    take(wanted) {
      const part = any()
      return part.tag === wanted ? part : fail(`Tag ${part.tag} stands where ${wanted} should.`)
    },
    maybe: (wanted) => (all[next]?.tag === wanted ? any() : null),
    rest: () => all.slice(next, all.length).map(any),
    end: () => (next < all.length ? fail('A part stands where none should.') : undefined),
  }
  return parts
}

/** The values of a sequence of encodings. */
export function readAll(content: Uint8Array): Der[] {
  const all: Der[] = []
  for (let at = 0; at < content.length; ) {
    const value = readAt(content, at)
    all.push(value)
    at += value.bytes.length
  }
  return all
}

/** Throws Refused unless the values of a SET OF are sorted by their bytes. */
export function checkOrder(values: readonly Der[]): void {
  values.forEach((value, index) => {
    const before = values[index - 1]
    if (before && compareBytes(before.bytes, value.bytes) > 0) throw notDer('A set is not sorted.')
  })
}

function readAt(bytes: Uint8Array, at: number): Der {
  const tag = bytes[at] ?? fail('A value is missing.')
  const first = bytes[at + 1] ?? fail('A length is missing.')
  if ((tag & 0x1f) === 0x1f || tag === 0) throw notDer(`Tag ${tag} is not used here.`)
  let start = at + 2
  let length = first
  if (first >= 0x80) {
    const count = first - 0x80
    length = 0
    for (let index = 0; index < count; index++)
      length = length * 256 + (bytes[start + index] ?? fail('A length is cut.'))
    const least = count === 1 ? 0x80 : 256 ** (count - 1)
    if (count === 0 || count > 4 || length < least || length > mostBytes)
      throw notDer('A length is not written shortest.')
    start += count
  }
  if (start + length > bytes.length) throw notDer('A value is cut.')
  return { tag, content: bytes.subarray(start, start + length), bytes: bytes.subarray(at, start + length) }
}

export function notDer(message: string): Refused {
  return new Refused('not_der', message)
}

function fail(message: string): never {
  throw notDer(message)
}
