import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import type { Field } from '../fields/index.ts'
import type { PdfFile, PdfUpload } from './file.ts'
import { importFields } from './import.ts'
import { coveredPlaces, findPlaceFaults, placesOf } from './placing.ts'

const letter = { width: 612, height: 792 }
const at = (page: number, x: number, y: number, width = 0.2, height = 0.02) => ({ page, x, y, width, height })
const file: PdfFile = {
  name: 'lease.pdf',
  sha256: 'ab',
  byteSize: 10,
  pages: [letter, letter],
  anchors: [
    { text: '{{signature:tenant}}', key: 'signature_tenant', role: 'tenant', places: [at(1, 0.1, 0.5)] },
    { text: '{{signature:tenant}}', key: 'signature_tenant', role: 'tenant', places: [at(2, 0.9, 0.01)] },
  ],
}
const signature: Field = {
  key: 'signature_tenant',
  type: 'signature',
  role: 'tenant',
  label: 'Signature',
  required: true,
}
const name: Field = { key: 'name', type: 'text', role: 'tenant', label: 'Name', required: true }
const codes = (fields: Field[], of: PdfFile | null = file) =>
  findPlaceFaults([signature, ...fields], of).map(({ path, code }) => `${path.join('.')} ${code}`)

it.each([
  [{ page: 1, x: 0.5, y: 0.2, width: 0.2, height: 0.1 }, []],
  [{ page: 3, x: 0.5, y: 0.2, width: 0.2, height: 0.1 }, ['fields.1.page place_page']],
  [{ page: 1, x: 0.9, y: 0.95, width: 0.2, height: 0.1 }, ['fields.1.x place_off_page', 'fields.1.y place_off_page']],
  [
    { page: 1, x: 0.5 },
    ['fields.1.y place_incomplete', 'fields.1.width place_incomplete', 'fields.1.height place_incomplete'],
  ],
  [{ page: 1, x: 0.1, y: 0.47, width: 0.2, height: 0.05 }, ['fields.1 place_taken']],
  [{ page: 2, x: 0.1, y: 0.47, width: 0.2, height: 0.05 }, []],
  [{ width: 0.3 }, []],
  [{ page: 1, x: 0.5, y: 0.2, width: 1e-12, height: 0.1 }, ['fields.1.width place_small']],
  [{ page: 1, x: 0.5, y: 0.2, width: 0.2, height: 0.003 }, ['fields.1.height place_small']],
  [{ page: 1, x: 0.5, y: 0.2, width: 0.005, height: 0.004 }, []],
  [{ page: 1, x: 1, y: 0.2, width: 0.2, height: 0.1 }, ['fields.1.x place_off_page']],
])('a field placed at %j has the faults %j', (place, faults) => {
  expect(codes([{ ...name, ...place }])).toEqual(faults)
})

test('a field of an agreement in Markdown has no place on a page', () => {
  expect(codes([{ ...name, page: 1 }], null)).toEqual(['fields.1.page place_without_pdf'])
})

test('a placeholder of an unknown field or another role is reported with its page', () => {
  expect(findPlaceFaults([name], file)).toMatchObject([
    { code: 'anchor_unknown', params: { key: 'signature_tenant', page: 1 } },
  ])
  expect(findPlaceFaults([{ ...signature, role: 'guest' }], file)).toMatchObject([{ code: 'anchor_role' }])
})

test('a field stands at each placeholder that names it, within the page, and covers it', () => {
  const places = placesOf(signature, file)
  expect(places.map(({ page }) => page)).toEqual([1, 2])
  for (const { x, y, width, height } of places) {
    expect(Math.min(x, y, 1 - x - width, 1 - y - height)).toBeGreaterThanOrEqual(-1e-9)
  }
  expect(coveredPlaces([signature], file)).toEqual([at(1, 0.1, 0.5), at(2, 0.9, 0.01)])
})

const blank = fc.record({
  name: fc.string({ maxLength: 80 }),
  label: fc.string({ maxLength: 300 }),
  kind: fc.constantFrom('text', 'checkbox', 'choice', 'signature'),
  place: fc.option(
    fc.record({
      page: fc.constant(1),
      x: fc.double({ min: -1, max: 2, noNaN: true }),
      y: fc.double({ min: -1, max: 2, noNaN: true }),
      width: fc.double({ min: 0.01, max: 2, noNaN: true }),
      height: fc.double({ min: 0.01, max: 2, noNaN: true }),
    }),
  ),
  required: fc.boolean(),
  choices: fc.array(fc.string(), { maxLength: 4 }),
})

test('imported form fields have unique keys and stand on the page, whatever their names', () => {
  const roles = [
    { key: 'tenant', name: 'Tenant' },
    { key: 'owner', name: 'Owner' },
  ]
  fc.assert(
    fc.property(fc.array(blank, { maxLength: 6 }), (formFields) => {
      const upload = { ...file, bytes: Buffer.alloc(0), words: [], formFields } as PdfUpload
      const fields = importFields([name], roles, upload)
      expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length)
      expect(fields.every(({ key }) => /^[a-z][a-z0-9_]{0,49}$/.test(key))).toBe(true)
      expect(findPlaceFaults(fields, upload).filter(({ code }) => code !== 'place_taken')).toEqual([])
      for (const { key } of roles)
        expect(fields.some(({ role, type }) => role === key && type === 'signature')).toBe(true)
    }),
  )
})

test('words on a page that name a type and a role become a field of that type', () => {
  const words = ['name', 'email', 'signing_date', 'date', 'initials', 'signature', 'city']
  const anchors = words.map((word, index) => ({
    ...{ text: word, key: `${word}_driver`, role: 'driver', places: [at(1, 0.1, 0.1 + index / 10)] },
  }))
  const upload = { ...file, anchors, bytes: Buffer.alloc(0), words: [], formFields: [] } as PdfUpload
  const fields = importFields([], [{ key: 'driver', name: 'Driver' }], upload)
  expect(fields.map(({ type }) => type)).toEqual([...words.slice(0, -1), 'text'])
})
