import { expect, test } from 'vitest'
import { JsonApiError } from '../../clients/jsonapi/src/index.ts'
import { placeErrors } from './place-errors.ts'

const fault = (detail: string, pointer?: string) => ({
  status: '422',
  code: 'x',
  title: 'X',
  detail,
  ...(pointer === undefined ? {} : { source: { pointer } }),
})

test('each fault is shown at the field of its pointer, and faults without a field remain', () => {
  const error = new JsonApiError(422, [
    fault('Too long.', '/data/attributes/name'),
    fault('No range.', '/data/attributes/addresses/0'),
    fault('No range either.', '/data/attributes/addresses/1'),
    fault('No such role.', '/data/relationships/role/data/id'),
    fault('Not here.', '/data/attributes/other'),
    fault('Not now.'),
  ])
  const { placed, rest } = placeErrors(error, ['name', 'addresses', 'role'])
  expect(placed).toEqual({ name: 'Too long.', addresses: 'No range. No range either.', role: 'No such role.' })
  expect(rest).toMatchObject({ status: 422, errors: [{ detail: 'Not here.' }, { detail: 'Not now.' }] })
})

test('another error is unchanged, and no error remains when all faults are placed', () => {
  const lost = new TypeError('fetch failed')
  expect(placeErrors(lost, ['name'])).toEqual({ placed: {}, rest: lost })
  const error = new JsonApiError(422, [fault('Too long.', '/data/attributes/name')])
  expect(placeErrors(error, ['name']).rest).toBeNull()
})
