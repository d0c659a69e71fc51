import { expect, test } from 'vitest'
import { withAccepted } from './field-options.tsx'

const field = { key: 'licence', type: 'file', role: 'driver', label: 'Licence', required: true } as const

test('a file field names the types of files that it takes, unless they are the usual ones', () => {
  expect(withAccepted(field, ['heic', 'pdf'])).toEqual({ ...field, accept: ['pdf', 'heic'] })
  expect(withAccepted({ ...field, accept: ['pdf'] }, ['png', 'jpeg', 'pdf'])).toEqual(field)
})

test('a file field keeps its last type of file', () => {
  expect(withAccepted({ ...field, accept: ['heic'] }, [])).toEqual({ ...field, accept: ['heic'] })
})
