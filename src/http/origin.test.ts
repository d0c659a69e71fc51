import { expect, test } from 'vitest'
import { addressOf, originOf } from './origin.ts'

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['203.0.113.9:4711', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8::1', '2001:db8::1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['garbage', null],
  ['1.2.3', null],
  ['', null],
])('the address of %s is %s', (text, address) => {
  expect(addressOf(text)).toBe(address)
})

test('control characters of a user agent are not kept', () => {
  const headers = { 'user-agent': 'Mo\u0085zilla\u009f/5.0 é' }
  expect(originOf({ ip: '::1', id: 'x', headers }).userAgent).toBe('Mozilla/5.0 é')
})
