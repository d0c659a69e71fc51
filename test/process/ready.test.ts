import { expect, test } from 'vitest'
import { explainUnreadiness, proveReadiness } from '../../src/core/readiness.ts'
import { migrate, openDatabase } from '../../src/db/index.ts'
import { createDatabase, queryAll } from '../support/database.ts'

async function judgeAfter(damage: string): Promise<string | null> {
  const url = await createDatabase()
  await migrate(url)
  if (damage) await queryAll(url, damage)
  const database = openDatabase({ url, maxConnections: 2 })
  try {
    await proveReadiness(database, new Date())
    return null
  } catch (error) {
    return explainUnreadiness(error)
  } finally {
    await database.close()
  }
}

test('a database as we leave it is ready', async () => {
  expect(await judgeAfter('')).toBeNull()
})

test.each([
  ['revoke all on agreements from sealane_tenant', 'Tenants may not read agreements.'],
  ['revoke insert on probes from sealane_tenant', 'permission denied for table probes'],
  ['drop policy tenant on probes', 'row-level security'],
  ['drop table webhooks cascade', 'relation "webhooks" does not exist'],
])('a database that lost something (%s) is not ready, and says what', async (damage, words) => {
  expect(await judgeAfter(damage)).toContain(words)
})
