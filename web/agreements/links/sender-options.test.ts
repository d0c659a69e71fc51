import { expect, test } from 'vitest'
import { optionsOf, undecided } from './sender-options.tsx'

const field = (key: string, type: 'text' | 'number' | 'checkbox' | 'date') => ({
  ...{ key, type, role: 'tenant', label: key, required: true },
})
const known = [field('rent', 'number'), field('pets', 'checkbox'), field('from', 'date'), field('note', 'text')]

test('empty fields are not sent', () => {
  expect(optionsOf({ ...undecided, fields: { note: '' } }, known)).toEqual({ mayDelegate: false })
})

test('values are sent in the form of their fields, and an invalid number as it was typed', () => {
  const fields = { rent: '1200.5', pets: 'false', from: '2026-04-01', note: '7' }
  expect(optionsOf({ emailCode: true, mayDelegate: true, fields }, known)).toEqual({
    mayDelegate: true,
    access: { emailCode: true },
    fields: { rent: 1200.5, pets: false, from: '2026-04-01', note: '7' },
  })
  expect(optionsOf({ ...undecided, fields: { rent: '12,5' } }, known)).toMatchObject({ fields: { rent: '12,5' } })
})
