import { sql } from 'kysely'
import { expect, inject, onTestFinished, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { openDatabase } from '../index.ts'

test('a connection is bound to the right organization after its first statement for another one failed', async () => {
  const [mine, theirs] = [await newContext(), await newContext()]
  const database = openDatabase({ url: inject('databaseUrl'), maxConnections: 1 })
  onTestFinished(() => database.close())
  const ownersOf = async (id: string) => {
    const { rows } = await sql<{ id: string }>`select distinct organization_id as id from roles`.execute(
      database.forOrganization(id),
    )
    return rows
  }
  expect(await ownersOf(mine.organizationId)).toEqual([{ id: mine.organizationId }])
  await expect(sql`select 1 / 0`.execute(database.forOrganization(theirs.organizationId))).rejects.toThrow(/division/)
  expect(await ownersOf(mine.organizationId)).toEqual([{ id: mine.organizationId }])
  expect(await ownersOf(theirs.organizationId)).toEqual([{ id: theirs.organizationId }])
})
