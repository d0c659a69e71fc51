import { type Bytes, compareBytes, concat, encodeText } from './bytes.ts'

/** The identifier bytes that are used here. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  nothing: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  printable: 0x13,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** The tag of a constructed context-specific value. */
export const context = (number: number): number => 0xa0 | number
/** The tag of a primitive context-specific value. */
export const plain = (number: number): number => 0x80 | number

/** Writes one value with its shortest length. */
export function der(tag: number, ...content: Uint8Array[]): Bytes {
  const length = content.reduce((sum, part) => sum + part.length, 0)
  return concat([Uint8Array.of(tag, ...lengthOf(length)), ...content])
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return [0x80 | bytes.length, ...bytes]
}

export const sequence = (...parts: Uint8Array[]): Bytes => der(tags.sequence, ...parts)
export const setOf = (...parts: Uint8Array[]): Bytes => der(tags.set, ...inOrder(parts))
export const octets = (bytes: Uint8Array): Bytes => der(tags.octets, bytes)
export const nothing = (): Bytes => der(tags.nothing)
export const boolean = (value: boolean): Bytes => der(tags.boolean, Uint8Array.of(value ? 0xff : 0))
export const utf8 = (text: string): Bytes => der(tags.utf8, encodeText(text))

/** A BIT STRING whose last `unused` bits do not count. */
export const bits = (bytes: Uint8Array, unused = 0): Bytes => der(tags.bits, Uint8Array.of(unused), bytes)

/** Sorts values in the order of a SET OF. */
export function inOrder(parts: readonly Uint8Array[]): Uint8Array[] {
  return [...parts].sort(compareBytes)
}

export function integer(value: bigint | number, tag: number = tags.integer): Bytes {
  const bytes: number[] = []
  let rest = BigInt(value)
  do {
    bytes.unshift(Number(BigInt.asUintN(8, rest)))
    rest >>= 8n
  } while (!(rest === 0n && (bytes[0] ?? 0) < 0x80) && !(rest === -1n && (bytes[0] ?? 0) >= 0x80))
  return der(tag, Uint8Array.from(bytes))
}

/** An unsigned INTEGER from its bytes. */
export function unsigned(bytes: Uint8Array): Bytes {
  const start = bytes.findIndex((byte) => byte !== 0)
  const short = start < 0 ? Uint8Array.of(0) : bytes.subarray(start)
  return (short[0] ?? 0) < 0x80 ? der(tags.integer, short) : der(tags.integer, Uint8Array.of(0), short)
}

export function oid(text: string): Bytes {
  const known = written.get(text)
  if (known) return known
  const [first = 0n, second = 0n, ...rest] = text.split('.').map(BigInt)
  const bytes = der(tags.oid, Uint8Array.from([first * 40n + second, ...rest].flatMap(base128)))
  if (written.size < mostWritten) written.set(text, bytes)
  return bytes
}

// The same few identifiers are in every certificate, so their encodings are kept. Callers must not change them.
const written = new Map<string, Bytes>()
const mostWritten = 500

function base128(value: bigint): number[] {
  const bytes = [Number(value & 0x7fn)]
  for (let rest = value >> 7n; rest > 0n; rest >>= 7n) bytes.unshift(Number(rest & 0x7fn) | 0x80)
  return bytes
}

/** A time in a certificate. Until 2049 its year has two digits (RFC 5280, 4.1.2.5). */
export function time(at: Date): Bytes {
  return at.getUTCFullYear() < 2050 ? der(tags.utcTime, encodeText(digitsOf(at).slice(2))) : generalizedTime(at)
}

/** A time to the second, with four digits of the year. */
export function generalizedTime(at: Date): Bytes {
  return der(tags.generalizedTime, encodeText(digitsOf(at)))
}

function digitsOf(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`
}
