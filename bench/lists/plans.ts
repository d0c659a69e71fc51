import pg from 'pg'
import pino from 'pino'
import { openDatabase } from '../../src/db/index.ts'
import { faces } from '../../src/faces.ts'
import { createRateLimits } from '../../src/http/rate-limit.ts'
import { createServer } from '../../src/http/server.ts'
import { plainParts, storeOf } from '../api/protocol.ts'
import { recordStatements } from '../api/record.ts'
import type { World } from './world.ts'

/** The scans of PostgreSQL for a path, in functions too. Needs a superuser. */
export async function readPlan(world: World, path: string): Promise<string> {
  const database = openDatabase({ url: world.databaseUrl })
  const parts = { ...plainParts, ...storeOf(database), rateLimits: createRateLimits(null) }
  const app = await createServer({ ...parts, log: pino({ level: 'silent' }) }, faces, { trustedProxies: [] })
  const ask = () => app.inject({ method: 'GET', url: path, headers: headersOf(world, path) })
  const statements = await recordStatements(ask)
  await app.close()
  await database.close()
  const client = new pg.Client({ connectionString: world.databaseUrl })
  const told: string[] = []
  client.on('notice', ({ message = '' }) => told.push(message))
  await client.connect()
  await client.query(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
    set auto_explain.log_level = notice; set enable_seqscan = off; set role sealane_tenant`)
  await client.query(`select set_config('sealane.organization_id', $1, false)`, [world.organizationId])
  told.length = 0
  for (const { text, values } of statements.filter((one) => / verification/.test(one.text)))
    await client.query(text, values)
  await client.end()
  return [
    ...new Set(
      told.flatMap(
        (text) => text.match(/(?:Seq|Index|Index Only|Bitmap Index) Scan (?:Backward )?(?:using |on )\w+/g) ?? [],
      ),
    ),
  ].join('; ')
}

export function headersOf({ key, token }: World, path: string): Record<string, string> {
  return path.startsWith('/v1/api') ? { authorization: `Bearer ${token}` } : { 'x-api-key': key }
}
