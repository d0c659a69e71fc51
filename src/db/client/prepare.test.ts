import { expect, inject, onTestFinished, test } from 'vitest'
import { database, newContext } from '../../../test/support/organization.ts'
import { openDatabase } from './connection.ts'
import { prepareQuery } from './prepare.ts'

test('a prepared query returns the same rows as a new one, for each set of values', async () => {
  const find = prepareQuery('find_organization', (db, values: { id: string; before: Date }) =>
    db.selectFrom('organizations').select('id').where('id', '=', values.id).where('created_at', '<', values.before),
  )
  const [one, other] = [await newContext(), await newContext()]
  const before = new Date(one.now.getTime() + 1)
  // PostgreSQL keeps one plan from the sixth time on.
  for (const { organizationId: id } of [one, other, one, other, one, other, one]) {
    expect(await find(database.system, { id, before })).toEqual([{ id }])
  }
  expect(await find(database.system, { id: one.organizationId, before: one.now })).toEqual([])
})

test('a query with a name is planned only for its first runs on a connection', async () => {
  const one = openDatabase({ url: inject('databaseUrl'), maxConnections: 1 })
  onTestFinished(() => one.close())
  const find = prepareQuery('find_slug', (db, values: { id: string }) =>
    db.selectFrom('organizations').select('slug').where('id', '=', values.id),
  )
  const { organizationId: id } = await newContext()
  for (let runs = 0; runs < 8; runs++) expect(await find(one.system, { id })).toHaveLength(1)
  const { rows } = await one.pool.query('select custom_plans, generic_plans from pg_prepared_statements')
  expect(rows).toEqual([{ custom_plans: 5, generic_plans: 3 }])
})
