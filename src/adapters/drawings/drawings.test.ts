import { expect, test } from 'vitest'
import { readDrawing } from '../../../test/support/drawings.ts'
import {
  chunk,
  harmlessPictures,
  header,
  inked,
  largestBlank,
  malformedPictures,
  picture,
  pixels,
} from '../../../test/support/pictures.ts'
import { readPicture } from './structure.ts'

const largest = { bytes: 256 * 1024, width: 2_400, height: 1_200 }

test.each(Object.entries(malformedPictures))('%s: such a file is refused, in no time', async (_what, file) => {
  expect(await readDrawing(file, largest)).toEqual({ refused: expect.stringMatching(/^(png|size)$/) })
})

test.each(Object.entries(harmlessPictures))('%s is left out unread', async (_what, file) => {
  expect(await readDrawing(file, largest)).toMatchObject({ inkedPixels: 400 })
})

test('what is decoded are the pixels alone, in one piece', () => {
  const found = readPicture(inked(chunk('tEXt', 'a\0b'), chunk('iCCP', 'x')), largest)
  expect(found).toMatchObject({ width: 40, height: 10, inflatedBytes: 1_610, bytes: inked() })
})

test.each([
  ['indexed colours', { depth: 1, colour: 3, width: 8, height: 2 }, [chunk('PLTE', Buffer.alloc(6))], 1, 2, 16],
  ['shades of grey', { depth: 8, colour: 0, width: 8, height: 2 }, [], 8, 2, 16],
  ['colours of 16 bits', { depth: 16, colour: 2, width: 8, height: 2 }, [chunk('PLTE', 'abc')], 48, 2, 16],
] as const)('a drawing in %s is read', async (_what, of, before, rowBytes, rows, inkedPixels) => {
  const file = picture(header(of), ...before, pixels(rowBytes, rows))
  expect(await readDrawing(file, largest)).toMatchObject({ inkedPixels })
})

test('a drawing is kept without the empty paper around it', async () => {
  const drawing = await readDrawing(inked(), largest)
  const png = 'png' in drawing ? drawing.png : Buffer.alloc(0)
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([40, 10])
  expect(await readDrawing(largestBlank(), largest)).toEqual({ inkedPixels: 0, png: Buffer.alloc(0) })
})

test('a file above its largest size is refused unread', async () => {
  expect(await readDrawing(Buffer.alloc(largest.bytes + 1), largest)).toEqual({ refused: 'size' })
})

test('of more drawings than may wait, the rest are told to come back', async () => {
  const replies = await Promise.all(Array.from({ length: 60 }, () => readDrawing(largestBlank(), largest)))
  const busy = replies.filter((reply) => 'refused' in reply && reply.refused === 'busy')
  expect([busy.length > 0, busy.length < 15, replies.length - busy.length >= 50]).toEqual([true, true, true])
})
