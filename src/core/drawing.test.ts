import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newDrawing } from '../../test/support/signing.ts'
import { boundsOf, pathOf } from '../writing/index.ts'
import { readDrawing } from './drawing.ts'

const line = [10, 50, 60, 50]

test.each<[string, string, string]>([
  ['nothing', '', 'drawn'],
  ['an empty pad', newDrawing([]), 'drawn'],
  ['one tap', newDrawing([[150, 50]]), 'drawn'],
  ['a tap that trembles', newDrawing([[150, 50, 151, 51, 150, 50, 152, 51, 150, 52]]), 'drawn'],
  ['a hundred taps', newDrawing(Array(100).fill([150, 50, 152, 51])), 'drawn'],
  ['a line of 20 pixels', newDrawing([[10, 10, 30, 10]]), 'drawn'],
  ['no JSON', '{', 'whole'],
  ['a text', '"x"', 'whole'],
  ['no strokes', '{"width":300,"height":100}', 'whole'],
  ['a stroke that is none', newDrawing([{}]), 'whole'],
  ['half a point', newDrawing([[1, 2, 3]]), 'whole'],
  ['a word for a place', newDrawing([[1, '2']]), 'whole'],
  ['a point beside the pad', newDrawing([[301, 5, ...line]]), 'whole'],
  ['a point above it', newDrawing([[30, -5, ...line]]), 'whole'],
  ['a pad without size', newDrawing([line], 0), 'whole'],
  ['a pad as large as a house', newDrawing([line], 20_000), 'whole'],
  ['the pixels of former pages', 'data:image/png;base64,AAAA', 'whole'],
  ['too many strokes', newDrawing(Array(2_001).fill(line)), 'size'],
  ['too many points', newDrawing([Array(40_002).fill(5)]), 'size'],
  ['too long a text', ' '.repeat(400_001), 'size'],
])('%s is not a mark', (_what, text, fault) => expect(readDrawing(text)).toBe(fault))

test('a line of 24 CSS pixels is a mark, however large the pad is and however many strokes it takes', () => {
  for (const width of [100, 300, 2_000]) expect(readDrawing(newDrawing([[10, 10, 34, 10]], width))).toBeTypeOf('object')
  expect(
    readDrawing(
      newDrawing([
        [10, 10, 22, 10],
        [10, 20, 22, 20],
        [50, 50],
      ]),
    ),
  ).toBeTypeOf('object')
})

test('a drawing is stored to a tenth of a pixel, without anything else that was sent', () => {
  const sent = JSON.stringify({ width: 300, height: 100, strokes: [[10.04, 50, 99.96, 20]], secret: 1 })
  expect(readDrawing(sent)).toEqual({ width: 300, height: 100, strokes: [[10, 50, 100, 20]] })
})

test('judging a drawing never throws, whatever JSON a stranger sends', () => {
  const property = fc.property(fc.json({ maxDepth: 6 }), (text) => typeof readDrawing(text) === 'string')
  fc.assert(property, { numRuns: 500 })
})

test('the ink of a drawing lies within its bounds, with the pen, and its path begins and ends where it was drawn', () => {
  const { x, y, width, height } = boundsOf({ width: 300, height: 100, strokes: [line, [100, 90]] })
  expect([x, y, width, height]).toEqual([8.9, 48.9, 92.2, 42.2])
  expect(pathOf([1, 2, 3, 4, 5, 8])).toBe('M1 2Q3 4 4 6L5 8')
  expect(pathOf([1, 2])).toBe('M1 2h.01')
})
