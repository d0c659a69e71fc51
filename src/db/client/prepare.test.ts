import { expect, test } from 'vitest'
import { database, newContext } from '../../../test/support/organization.ts'
import { prepareQuery } from './prepare.ts'

test('a prepared query returns the same rows as a new one, for each set of values', async () => {
  const find = prepareQuery((db, values: { id: string; before: Date }) =>
    db.selectFrom('organizations').select('id').where('id', '=', values.id).where('created_at', '<', values.before),
  )
  const [one, other] = [await newContext(), await newContext()]
  const before = new Date(one.now.getTime() + 1)
  for (const { organizationId: id } of [one, other, one]) {
    expect(await find(database.system, { id, before })).toEqual([{ id }])
  }
  expect(await find(database.system, { id: one.organizationId, before: one.now })).toEqual([])
})
