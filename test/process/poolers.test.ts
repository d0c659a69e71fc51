import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createDatabase, newestShape } from '../support/database.ts'
import { hasPgbouncer, startPgbouncer } from '../support/pgbouncer.ts'
import { newServerHome } from '../support/server-home.ts'
import { runSealane } from '../support/server-process.ts'
import { runHere, startServerHere } from '../support/shell.ts'

describe.runIf(hasPgbouncer)('behind PgBouncer', () => {
  test.each([
    ['transaction', [], runHere],
    ['statement', [], runHere],
    ['transaction', ['server_round_robin = 1'], runHere],
    // Each command waits for seconds for a connection that never comes, so they run side by side.
    ['session', ['default_pool_size = 2'], runSealane],
  ])('in %s mode, %j, every command that needs the database is refused with advice', async (mode, lines, serve) => {
    const run = async (of: typeof runHere, args: string[]) => {
      const url = await startPgbouncer(await createDatabase(), mode, lines)
      const { code, err } = await of(args, { DATABASE_URL: url, SEALANE_HOME: await newServerHome() })
      expect([code, err]).toEqual([1, expect.stringMatching(/does not keep PostgreSQL sessions.*session mode/)])
      expect(err).not.toContain('    at ')
    }
    await Promise.all([run(serve, ['serve']), run(runHere, ['links', 'list'])])
  })

  test('in session mode, the default of the package, requests and jobs work and tenants stay separate', async () => {
    const url = await startPgbouncer(await createDatabase(newestShape), 'session')
    const home = await newServerHome()
    // The server and the shell beside it stay below the 20 connections of the package, as docs/operations.md says. With
    // more, clients wait until others have been idle for ten seconds.
    const server = await startServerHere(home, { DATABASE_URL: url, DATABASE_CONNECTIONS: '5' })
    const { api_key } = JSON.parse(await readFile(join(home, 'credentials.json'), 'utf8'))
    const headers = { 'x-api-key': api_key }
    const ask = () => fetch(`${server.url}/v2/agreements`, { headers }).then((reply) => reply.json())
    for (const answer of await Promise.all(Array.from({ length: 40 }, ask))) expect(answer).toMatchObject({ total: 2 })
    expect(await runHere(['links', 'list'], { DATABASE_URL: url, SEALANE_HOME: home })).toMatchObject({ code: 0 })
    expect(await server.end()).toBe(0)
  })
})
