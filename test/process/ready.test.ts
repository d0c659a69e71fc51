import { describe, expect, test } from 'vitest'
import { explainUnreadiness, proveReadiness } from '../../src/core/readiness.ts'
import { openDatabase } from '../../src/db/index.ts'
import { tell } from '../../src/texts/index.ts'
import { takeDisk, useSmallDisk, whyNoSmallDisk } from '../chaos/small-disk.ts'
import { createDatabase, newestShape, queryAll } from '../support/database.ts'
import { newServerHome } from '../support/server-home.ts'
import { startServerHere } from '../support/shell.ts'

async function judgeAfter(damage: string): Promise<string | null> {
  const url = await createDatabase(newestShape)
  if (damage) await queryAll(url, damage)
  const database = openDatabase({ url, maxConnections: 2 })
  try {
    await proveReadiness(database, new Date())
    return null
  } catch (error) {
    return tell(explainUnreadiness(error))
  } finally {
    await database.close()
  }
}

test('an intact database is ready', async () => {
  expect(await judgeAfter('')).toBeNull()
})

test.each([
  ['revoke all on agreements from sealane_tenant', 'its role for organizations may not read agreements.'],
  ['revoke insert on probes from sealane_tenant', 'permission denied for table probes'],
  ['drop policy tenant on probes', 'row-level security'],
  ['drop table webhooks cascade', 'relation "webhooks" does not exist'],
])('a database that lost something (%s) is not ready, with the reason', async (damage, words) => {
  expect(await judgeAfter(damage)).toContain(words)
})

// A disk that can be full must be mounted, which needs a permission. Without it, this test is reported as not run.
describe.runIf((await whyNoSmallDisk()) === null)('on a disk of its own', () => {
  test('a server with a full database disk is not ready, with the reason, until there is room', async () => {
    const ground = await useSmallDisk()
    const server = await startServerHere(await newServerHome(), { DATABASE_URL: ground.url, SEALANE_DEMO: 'false' })
    const ask = async () => {
      const reply = await fetch(`${server.url}/ready`)
      return [reply.status, await reply.text()]
    }
    await expect.poll(ask, { timeout: 10_000 }).toEqual([200, '{"status":"ready"}'])
    const letGo = await takeDisk(ground)
    await expect
      .poll(ask, { timeout: 10_000 })
      .toEqual([503, expect.stringContaining('The disk of the database is full.')])
    await letGo()
    await expect.poll(ask, { timeout: 10_000 }).toEqual([200, '{"status":"ready"}'])
    await server.end()
    await ground.stop()
  })
})
