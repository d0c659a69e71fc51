import { expect, test } from 'vitest'
import { readTileName, type TilePlace } from './tile-name.ts'

// Writes the rule of C2SP tlog-tiles without the code under test.
function writeTileName({ number, width }: TilePlace): string {
  const digits = String(number).padStart(Math.ceil(String(number).length / 3) * 3, '0')
  const groups = digits.match(/\d{3}/g) ?? []
  const path = [...groups.slice(0, -1).map((group) => `x${group}`), groups.at(-1)].join('/')
  return width === 256 ? path : `${path}.p/${width}`
}

test.each([
  ['000', { number: 0, width: 256 }],
  ['067.p/1', { number: 67, width: 1 }],
  ['x001/234', { number: 1_234, width: 256 }],
  ['x001/x234/067.p/255', { number: 1_234_067, width: 255 }],
])('%s is the canonical name of a tile', (name, place) => {
  expect(readTileName(name)).toEqual(place)
  expect(writeTileName(place)).toBe(name)
})

test.each([
  '',
  '0',
  '0000',
  'x000/001',
  '000.p/0',
  '000.p/256',
  '000.p/01',
  '000/',
  'x001/',
  '../000',
  '000.p/',
  '-01',
  `${'x001/'.repeat(6)}000`,
])('%j is refused as the name of a tile', (name) => expect(readTileName(name)).toBeNull())
