import { expect, test } from 'vitest'
import { JsonApiError } from '../../../clients/jsonapi/src/index.ts'
import { faultsBelow, faultsOf } from './preview-faults.ts'

const errorAt = (...pointers: string[]) =>
  new JsonApiError(
    422,
    pointers.map((pointer) => ({ status: '422', code: 'validation_failed', detail: pointer, source: { pointer } })),
    'request',
  )

test('a draft that is refused for its shape has its faults at their places', () => {
  const faults = faultsOf(errorAt('/data/attributes/title', '/data/attributes/fields/1/label'))
  expect(faultsBelow(faults ?? [], 'fields')).toEqual({ '/1/label': '/data/attributes/fields/1/label' })
  expect(faultsBelow(faults ?? [], 'title')).toEqual({ '': '/data/attributes/title' })
})

test.each([
  [new Error('The network is gone.')],
  [new JsonApiError(403, [], 'request')],
  [errorAt('/data/attributes/title', '/data/relationships/agreement')],
  [errorAt('/data/attributes/titles')],
])('an error with no place on the page is told as a whole: %#', (error) => {
  expect(faultsOf(error)).toBe(null)
})
