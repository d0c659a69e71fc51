import { expect, test } from 'vitest'
import type { Drawing } from '../../writing/index.ts'
import { collectMarks } from './marks.ts'
import { createTextSetter } from './text.ts'

const place = { w: 150, h: 30 }
const drawn = (drawing: Drawing) => ({ kind: 'drawn', drawing }) as const

test.each<[string, Drawing]>([
  ['upright', { width: 300, height: 900, strokes: [[10, 10, 12, 890]] }],
  ['flat', { width: 900, height: 10, strokes: [[1, 5, 899, 5]] }],
  [
    'of one dot and a line',
    {
      width: 300,
      height: 100,
      strokes: [
        [5, 5],
        [10, 50, 90, 60],
      ],
    },
  ],
])('a drawing that is %s fills its place, with all its ink inside', (_what, drawing) => {
  const marks = collectMarks(createTextSetter('en', false), 'drawn signature')
  const set = marks.set(drawn(drawing), place)
  const svg = String(marks.images[0]?.bytes)
  const [x = 0, y = 0, width = 0, height = 0] = /viewBox="([^"]+)"/.exec(svg)?.[1]?.split(' ').map(Number) ?? []
  for (const stroke of drawing.strokes)
    expect(stroke.every((at, index) => (index % 2 ? at > y && at < y + height : at > x && at < x + width))).toBe(true)
  expect('image' in set && [set.w <= place.w, set.h <= place.h, set.w / set.h]).toEqual([true, true, width / height])
})

test('a drawing in many places is stored once, and one without ink is refused', () => {
  const marks = collectMarks(createTextSetter('en', false), 'drawn signature')
  const drawing = { width: 300, height: 100, strokes: [[10, 50, 90, 60]] }
  for (let time = 0; time < 3; time++) marks.set(drawn(drawing), place)
  expect(marks.images).toHaveLength(1)
  expect(() => marks.set(drawn({ ...drawing, strokes: [] }), place)).toThrow('no ink')
})
