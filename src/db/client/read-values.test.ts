import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { readMoment, readTexts } from './read-values.ts'

const year = { min: new Date('0101-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }

test('a time with any number of decimals is read to the millisecond', () => {
  const asWritten = fc.tuple(fc.date(year), fc.integer({ min: 0, max: 999 })).map(([moment, micros]) => {
    const text = moment.toISOString().replace('T', ' ').replace('Z', String(micros).padStart(3, '0'))
    return { moment, text: `${text.replace(/\.?0*$/, '').replace(/:$/, ':00')}+00` }
  })
  fc.assert(fc.property(asWritten, ({ moment, text }) => readMoment(text).getTime() === moment.getTime()))
})

test.each(['infinity', '-infinity', '0033-01-02 03:04:05+00', '12026-01-02 03:04:05+00', '2026-01-02 05:04:05.5+02'])(
  'the moment %s is read as pg reads it',
  (text) => {
    expect(readMoment(text)).toEqual(pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ)(text))
  },
)

test.each([
  ['{}', []],
  ['{a}', ['a']],
  ['{agreements:read,x_y}', ['agreements:read', 'x_y']],
  ['{"a,b","c\\\\d",NULL,"null"}', ['a,b', 'c\\d', null, 'null']],
  ['{{a},{b}}', [['a'], ['b']]],
])('the list %s is read whole', (text, list) => {
  expect(readTexts(text)).toEqual(list)
})
