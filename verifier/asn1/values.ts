import { isSame } from './bytes.ts'
import { type Der, notDer, readDer } from './der-read.ts'
import { boolean, integer, oid, tags } from './der-write.ts'

/** A whole number in its shortest form. */
export function readInteger(value: Der, tag: number = tags.integer): bigint {
  need(value, tag)
  if (value.content.length === 0 || value.content.length > 1_024) throw notDer('A number has no bytes, or too many.')
  let number = (value.content[0] ?? 0) >= 0x80 ? -1n : 0n
  for (const byte of value.content) number = (number << 8n) | BigInt(byte)
  same(value, integer(number, tag))
  return number
}

/** A whole number that fits into 32 bits. */
export function readSmall(value: Der, tag: number = tags.integer): number {
  const number = readInteger(value, tag)
  if (number < 0n || number > 0xffffffffn) throw notDer('A number is out of its range.')
  return Number(number)
}

export function readOid(value: Der): string {
  need(value, tags.oid)
  const key = String.fromCharCode(...value.content.subarray(0, 64))
  const known = value.content.length <= 64 ? identifiers.get(key) : undefined
  if (known !== undefined) return known
  const text = decodeOid(value)
  if (identifiers.size < mostIdentifiers && value.content.length <= 64) identifiers.set(key, text)
  return text
}

// The same few identifiers are in every certificate, so their texts are kept.
const identifiers = new Map<string, string>()
const mostIdentifiers = 500

function decodeOid(value: Der): string {
  const numbers: bigint[] = []
  let open = 0n
  for (const byte of value.content) {
    open = (open << 7n) | BigInt(byte & 0x7f)
    if (byte >= 0x80) continue
    numbers.push(open)
    open = 0n
  }
  const [first = 0n, ...rest] = numbers
  const root = first < 40n ? 0n : first < 80n ? 1n : 2n
  const text = [root, first - root * 40n, ...rest].join('.')
  same(value, oid(text))
  return text
}

export function readBoolean(value: Der): boolean {
  need(value, tags.boolean)
  const answer = value.content[0] !== 0
  same(value, boolean(answer))
  return answer
}

/** The bytes of a BIT STRING without unused bits, as for keys and signatures. */
export function readWholeBits(value: Der): Uint8Array {
  need(value, tags.bits)
  if (value.content[0] !== 0) throw notDer('Bits do not fill their bytes.')
  return value.content.subarray(1)
}

/** The numbers of the bits that are set in a named bit list. */
export function readFlags(value: Der): Set<number> {
  need(value, tags.bits)
  const [, ...bytes] = value.content
  const flags = new Set<number>()
  bytes.forEach((byte, at) => {
    for (let bit = 0; bit < 8; bit++) if (byte & (0x80 >> bit)) flags.add(at * 8 + bit)
  })
  return flags
}

/** The bytes of an OCTET STRING. */
export function readOctets(value: Der): Uint8Array {
  need(value, tags.octets)
  return value.content
}

/**
 * A time in a certificate: UTCTime, or GeneralizedTime to the second, which some authorities write before 2050 too.
 */
export function readTime(value: Der): Date {
  if (value.tag !== tags.utcTime) return readDigits(textOf(value, tags.generalizedTime), '')
  const text = textOf(value, tags.utcTime)
  return readDigits(`${Number(text.slice(0, 2)) < 50 ? 20 : 19}${text}`, '')
}

/** A GeneralizedTime in UTC, with or without fractions of a second. */
export function readGeneralizedTime(value: Der): Date {
  const text = textOf(value, tags.generalizedTime)
  const [, whole = '', parts = ''] = /^(\d{14})(?:\.(\d*[1-9]))?Z$/.exec(text) ?? []
  return readDigits(`${whole}Z`, parts)
}

function readDigits(text: string, parts: string): Date {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? []
  const start = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const at = new Date(`${start}.${parts.slice(0, 3).padEnd(3, '0')}Z`)
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(start)) throw notDer('This is no time.')
  return at
}

function textOf(value: Der, tag: number): string {
  need(value, tag)
  return String.fromCharCode(...value.content.subarray(0, 64))
}

/** The value inside an explicit tag. */
export function readInside(value: Der): Der {
  return readDer(value.content)
}

function need(value: Der, tag: number): void {
  if (value.tag !== tag) throw notDer(`Tag ${value.tag} stands where ${tag} should.`)
}

function same(value: Der, written: Uint8Array): void {
  if (!isSame(value.bytes, written)) throw notDer('A value is not written as DER writes it.')
}
