import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import type { PagePlace } from '../../core/agreements/sources/index.ts'
import { joinLetters } from './letters.ts'
import { readPdf } from './read.ts'
import { onePage, writePdf } from './write-pdf.fixture.ts'

const size = { width: 600, height: 800 }

/** Letters of 10 by 12 points, along a line with this slope in degrees. */
function lettersAt(degrees: number, count: number, advance: number): PagePlace[] {
  const [dx, dy] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return Array.from({ length: count }, (_, at) => ({
    page: 1,
    x: (300 + at * advance * dx) / size.width,
    y: (400 + at * advance * dy) / size.height,
    width: 10 / size.width,
    height: 12 / size.height,
  }))
}

const isIn = (one: PagePlace, { x, y, width, height }: PagePlace) =>
  one.x >= x - 1e-9 &&
  one.y >= y - 1e-9 &&
  one.x + one.width <= x + width + 1e-9 &&
  one.y + one.height <= y + height + 1e-9

test('the places of words cover each letter whole, whichever way they run, and begin where the words do', () => {
  const run = fc.record({
    degrees: fc.integer({ min: 0, max: 359 }),
    count: fc.integer({ min: 1, max: 120 }),
    advance: fc.integer({ min: 6, max: 25 }),
  })
  fc.assert(
    fc.property(run, ({ degrees, count, advance }) => {
      const letters = lettersAt(degrees, count, advance)
      const places = joinLetters(letters, size)
      for (const letter of letters) expect(places.some((place) => isIn(letter, place))).toBe(true)
      expect(letters[0] && places[0] && isIn(letters[0], places[0])).toBe(true)
      expect(places.length).toBeLessThanOrEqual(12)
    }),
  )
})

test('words on two lines have a place on each', () => {
  const [one, other] = [lettersAt(0, 5, 10), lettersAt(0, 5, 10).map((place) => ({ ...place, y: 0.2 }))]
  expect(joinLetters([...one, ...other], size).map(({ y }) => y)).toEqual([0.5, 0.2])
})

const turns = [0, 90, 180, 270, 45, -30].flatMap((degrees) => [0, 90, 180, 270].map((turned) => [degrees, turned]))

it.each(turns)(
  'words that run %d degrees off on a page turned by %d are found and covered',
  async (degrees, turned) => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
    const matrix = [cos, sin, -sin, cos].map((part) => part.toFixed(6)).join(' ')
    const content = `BT /F1 14 Tf ${matrix} 300 400 Tm ({{initials:driver}}) Tj ET`
    const found = await readPdf(writePdf(onePage(`/MediaBox [0 0 612 792] /Rotate ${turned}`, content)), 300)
    const anchors = 'anchors' in found ? found.anchors : []
    const [wide, high] = turned % 180 === 0 ? [612, 792] : [792, 612]
    const covered = (anchors[0]?.places ?? []).reduce(
      (sum, place) => sum + place.width * wide * (place.height * high),
      0,
    )
    expect(anchors.map(({ text }) => text)).toEqual(['{{initials:driver}}'])
    expect(covered).toBeGreaterThan(14 * 80)
  },
)

it.each([
  ['one below the other', '1 0 0 1', 0, -14],
  ['far below each other', '1 0 0 1', 0, -20],
  ['upwards', '0 1 -1 0', 0, 9],
  ['downwards', '0 -1 1 0', 0, -9],
  ['apart', '1 0 0 1', 14, 0],
])('words whose letters were set one by one, %s, are found and covered whole', async (_, matrix, dx, dy) => {
  const letters = [...'{{signature_of:the_second_driver}}']
  const set = letters
    .map((letter, at) => `${matrix} ${60 + dx * at} ${(dy < 0 ? 760 : 60) + dy * at} Tm (${letter}) Tj`)
    .join(' ')
  const found = await readPdf(writePdf(onePage('/MediaBox [0 0 612 792]', `BT /F1 14 Tf ${set} ET`)), 300)
  const anchors = 'anchors' in found ? found.anchors : []
  expect(anchors.map(({ text }) => text)).toEqual(['{{signature_of:the_second_driver}}'])
  const places = anchors[0]?.places ?? []
  const reach = (side: 'x' | 'y', length: 'width' | 'height') =>
    Math.max(...places.map((one) => one[side] + one[length])) - Math.min(...places.map((one) => one[side]))
  const run = Math.max(reach('x', 'width') * 612, reach('y', 'height') * 792)
  expect(run).toBeGreaterThan((letters.length - 1) * Math.max(Math.abs(dx), Math.abs(dy)))
})
