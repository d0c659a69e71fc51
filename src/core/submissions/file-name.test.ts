import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

test.each([
  ['Volunteer Driver Agreement', 'Volunteer-Driver-Agreement'],
  ['Mietvertrag für Räume', 'Mietvertrag-für-Räume'],
  ['契約書 2026', '契約書-2026'],
  ['עקד: איג׳ר/2', 'עקד-איגר2'],
  ['यह समझौता', 'यह-समझौता'],
  ['../../etc/passwd', 'etcpasswd'],
  ['a<b>:"c|d?*', 'abcd'],
  ['CON', 'agreement'],
  ['con.txt', 'agreement'],
  ['COM¹', 'agreement'],
  ['Lease.PDF', 'Lease'],
  ['...', 'agreement'],
  ['😀', 'agreement'],
])('%j becomes the file name %j', (title, name) => expect(fileName(title)).toBe(name))

test('a long title is cut between letters, at the length that every system accepts', () => {
  const name = fileName('契約👨‍👩‍👧'.repeat(60))
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150)
  expect(name.isWellFormed()).toBe(true)
})
