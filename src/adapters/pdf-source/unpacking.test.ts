import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { createPdfSources } from './index.ts'
import { unpacksTooMuch } from './unpacking.ts'
import { bomb, onePage, stream, writePdf } from './write-pdf.fixture.ts'

const mebibytes = (count: number) => deflateSync(Buffer.alloc(count * 1_048_576))
const withStream = (packed: Buffer, dictionary = '') =>
  writePdf([...onePage(), stream(packed, `/Filter /FlateDecode ${dictionary}`)])
const picture = (width: number, height: number) => `/Subtype /Image /Width ${width} /Height ${height}`

test.each([
  ['one stream of 65 MiB', withStream(mebibytes(65)), true],
  ['one stream of 60 MiB', withStream(mebibytes(60)), false],
  ['a stream that is packed twice', writePdf(bomb(70)), true],
  ['a picture of 300 megapixels', withStream(mebibytes(1), picture(10_000, 30_000)), true],
  ['a picture of 35 megapixels that unpacks to 100 MiB', withStream(mebibytes(100), picture(4_960, 7_016)), false],
  ['a stream that does not unpack', withStream(Buffer.from('broken')), false],
  ['two streams of 40 MiB', Buffer.concat([withStream(mebibytes(40)), withStream(mebibytes(40))]), true],
  ['nothing but beginnings of streams', Buffer.from('stream\n'.repeat(2_000_000)), true],
  ['90,000 beginnings of streams', Buffer.from('stream\n'.repeat(90_000)), false],
  ['streams within streams', Buffer.from(' obj /FlateDecode stream\nx'.repeat(20_000)), true],
])('a PDF with %s unpacks to too much: %s', (_what, bytes, isTooMuch) => {
  expect(unpacksTooMuch(bytes)).toBe(isTooMuch)
})

test('whatever the bytes are, they are judged', () => {
  const piece = fc.constantFrom(
    'stream',
    'endstream',
    ' obj',
    '/FlateDecode',
    '\r',
    '\n',
    '/Subtype /Image',
    '/Width 9',
    'x',
  )
  const check = (pieces: string[]) => !unpacksTooMuch(Buffer.from(pieces.join('')))
  fc.assert(fc.property(fc.array(piece), check))
})

const sources = createPdfSources()
afterAll(() => sources.close())

test('a PDF that unpacks to too much is refused with a reason', async () => {
  expect(await sources.read(withStream(mebibytes(300)), 300)).toEqual({ refusal: 'pdf_heavy' })
})
