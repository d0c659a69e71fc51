import fc from 'fast-check'
import { expect, test } from 'vitest'
import { between, findRoom, moveBy, type Place, settle, stretchBy } from './places.ts'

const share = fc.double({ min: -2, max: 3, noNaN: true })
const place = fc.record({ page: fc.constant(1), x: share, y: share, width: share, height: share }).map(settle)
const isOnPage = ({ x, y, width, height }: Place) =>
  x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1.000_001 && y + height <= 1.000_001

test('a field that is moved, stretched or drawn stays on its page', () => {
  fc.assert(
    fc.property(place, share, share, (one, right, down) => {
      expect(isOnPage(one)).toBe(true)
      expect(isOnPage(moveBy(one, right, down))).toBe(true)
      expect(isOnPage(stretchBy(one, right, down))).toBe(true)
      expect(isOnPage(between(1, [one.x, right], [down, one.y]))).toBe(true)
    }),
  )
})

test('a stretched field keeps its upper left corner', () => {
  fc.assert(
    fc.property(place, share, share, (one, right, down) => {
      const { x, y } = stretchBy(one, right, down)
      expect([Math.abs(x - one.x) < 0.006, Math.abs(y - one.y) < 0.006]).toEqual([true, true])
    }),
  )
})

test('new fields are placed below each other until the page is full', () => {
  const taken: Place[] = []
  for (let count = 0; count < 12; count++) taken.push(findRoom('signature', 1, { width: 612, height: 792 }, taken))
  const rows = taken.map(({ y }) => y)
  expect(rows).toEqual(rows.toSorted((a, b) => a - b))
  expect(new Set(rows).size).toBe(12)
})
