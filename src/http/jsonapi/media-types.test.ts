import { expect, test } from 'vitest'
import { parseMediaTypes } from './media-types.ts'

const typesOf = (header: string) =>
  parseMediaTypes(header).map(({ type, parameters }) => [type, ...parameters.values()])

test.each<[string, string[][]]>([
  ['a/b, c/d;x=1', [['a/b'], ['c/d', '1']]],
  ['a/b;x="1, 2", c/d', [['a/b', '1, 2'], ['c/d']]],
  ['a/b;x="1\\", 2", c/d', [['a/b', '1", 2'], ['c/d']]],
  ['a/b;x="1, c/d', [['a/b', ''], ['c/d']]],
  ['a/b;x="1\\", c/d', [['a/b', ''], ['c/d']]],
  ['a/b;x="1,2";y="3, c/d', [['a/b', '1,2', ''], ['c/d']]],
  [',, ,', []],
])('the media types of %s', (header, types) => expect(typesOf(header)).toEqual(types))

// In quadratic work, eight times the length would take sixty-four times the time. The test counts processor time.
test.each(['\\"', '"', 'a/a;a="a", ', ';a="', ',', ' ', 'a;'])(
  'a header of nothing but %j is read in linear time',
  (piece) => {
    const workOn = (length: number) => {
      const began = process.cpuUsage()
      parseMediaTypes(piece.repeat(length / piece.length))
      return process.cpuUsage(began).user / 1_000
    }
    workOn(8_000)
    expect(workOn(64_000)).toBeLessThan(30 * Math.max(10, workOn(8_000)))
  },
)
