import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSame, toHex } from './bytes.ts'
import { checkCanonical } from './canonical.ts'
import { type Der, readAll, readDer } from './der-read.ts'
import {
  bits,
  boolean,
  der,
  generalizedTime,
  integer,
  nothing,
  octets,
  oid,
  sequence,
  setOf,
  time,
  utf8,
} from './der-write.ts'
import { Refused } from './refused.ts'
import { readBoolean, readFlags, readGeneralizedTime, readInteger, readOid, readTime } from './values.ts'

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replace(/ /g, ''), 'hex'))
const moments = fc.date({
  min: new Date('1950-01-01T00:00:00Z'),
  max: new Date('2199-12-31T00:00:00Z'),
  noInvalidDate: true,
})
const seconds = moments.map((at) => new Date(Math.floor(at.getTime() / 1_000) * 1_000))

const ids = fc
  .tuple(
    fc.integer({ min: 0, max: 2 }),
    fc.bigInt(0n, 39n),
    fc.array(fc.bigInt(0n, 2n ** 128n), { minLength: 1, maxLength: 6 }),
  )
  .map((parts) => parts.flat().join('.'))

const values: fc.Arbitrary<Uint8Array> = fc.letrec<{ value: Uint8Array; leaf: Uint8Array }>((tie) => ({
  leaf: fc.oneof(
    fc.bigInt().map((number) => integer(number)),
    fc.uint8Array({ maxLength: 300 }).map(octets),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => bits(bytes)),
    fc.boolean().map(boolean),
    fc.string({ unit: 'grapheme' }).map(utf8),
    ids.map(oid),
    seconds.map(time),
    fc.constant(nothing()),
  ),
  value: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('value'), { maxLength: 5 }).map((parts) => sequence(...parts)),
    fc.array(tie('value'), { maxLength: 5 }).map((parts) => setOf(...parts)),
  ),
})).value

it('a written value can be parsed and written again as the same bytes', () => {
  const again = ({ tag, content }: Der): Uint8Array =>
    tag & 0x20 ? der(tag, ...readAll(content).map(again)) : der(tag, content)
  fc.assert(
    fc.property(values, (bytes) => {
      checkCanonical(bytes)
      expect(toHex(again(readDer(bytes)))).toBe(toHex(bytes))
    }),
  )
})

it('a number, an identifier, a boolean and a time are parsed as they were written', () => {
  fc.assert(fc.property(fc.bigInt(), (number) => readInteger(readDer(integer(number))) === number))
  fc.assert(fc.property(ids, (id) => readOid(readDer(oid(id))) === id))
  fc.assert(fc.property(fc.boolean(), (answer) => readBoolean(readDer(boolean(answer))) === answer))
  fc.assert(fc.property(seconds, (at) => readTime(readDer(time(at))).getTime() === at.getTime()))
  fc.assert(fc.property(seconds, (at) => readGeneralizedTime(readDer(generalizedTime(at))).getTime() === at.getTime()))
})

it('a changed byte is refused or gives another value', () => {
  fc.assert(
    fc.property(values, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, change) => {
      const changed = Uint8Array.from(bytes)
      changed[at % bytes.length] = (changed[at % bytes.length] ?? 0) ^ change
      expect(isSame(changed, bytes)).toBe(false)
      try {
        expect(toHex(readDer(changed).bytes)).toBe(toHex(changed))
      } catch (error) {
        expect(error).toBeInstanceOf(Refused)
      }
    }),
  )
})

it.each([
  ['nothing', ''],
  ['a value that is cut', '0402 00'],
  ['bytes behind the value', '0500 00'],
  ['a length that ends with a mark', '3080 0500 0000'],
  ['a long length that is short', '0481 01 00'],
  ['a long length with a zero', `048200 80${'00'.repeat(128)}`],
  ['a length of five bytes', '0485 0000000001 00'],
  ['a tag of several bytes', '1f 81 01 00'],
  ['a tag of zero', '0000'],
  ['a text in pieces', '2404 0402 0000'],
  ['a plain sequence', '1000'],
  ['a number with a spare zero', '0202 0001'],
  ['a number with a spare sign', '0202 ffff'],
  ['a number without bytes', '0200'],
  ['a truth that is 1', '0101 01'],
  ['a truth of two bytes', '0102 ffff'],
  ['an identifier with a spare byte', '0603 2a8001'],
  ['an identifier that does not end', '0602 2a81'],
  ['nothing with a content', '0501 00'],
  ['a set that is not sorted', '3106 0201 02 0201 01'],
  ['bits that are set and unused', '0302 04 ff'],
  ['too many unused bits', '0302 08 00'],
  ['unused bits of none', '0301 01'],
  ['a text that is not UTF-8', '0c01 ff'],
  ['a time with a zone', `1813${Buffer.from('20260101000000+0100').toString('hex')}`],
  ['a time with a zero behind the point', `1812${Buffer.from('20260101000000.10Z').toString('hex')}`],
  ['a time with a point and no digits', `1810${Buffer.from('20260101000000.Z').toString('hex')}`],
])('%s is not read', (_, bytes) => {
  expect(() => checkCanonical(hex(bytes))).toThrow()
})

it.each([
  ['a time of a certificate without seconds', () => readTime(readDer(der(0x17, Buffer.from('2601010000Z'))))],
  ['the 31st of June', () => readTime(readDer(der(0x17, Buffer.from('260631000000Z'))))],
])('%s is not read as one', (_, read) => {
  expect(read).toThrow(Refused)
})

it('flags are read by their numbers', () => {
  expect([...readFlags(readDer(bits(Uint8Array.of(0xc0), 6)))]).toEqual([0, 1])
  expect([...readFlags(readDer(bits(Uint8Array.of(0x00, 0x80), 7)))]).toEqual([8])
})
