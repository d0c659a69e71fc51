import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashPassword } from 'better-auth/crypto'
import { createUser } from '../../src/core/accounts/index.ts'
import { openDatabase, transaction } from '../../src/db/index.ts'
import { createRealPostgres } from '../../test/support/real-postgres.ts'
import { startServer } from '../../test/support/server-process.ts'
import { openWorld } from '../lists/world.ts'

export const rows = 1_000
const settings = { SEALANE_MASTER_KEY: '07'.repeat(32), SEALANE_DEMO: 'false' }
const person = { name: 'Ada', email: 'ada@bench.example', password: 'correct horse battery' }

/** A server in another process, with an organization of a thousand verifications and a person who may see them. */
export type Served = {
  url: string
  /** The cookies of a new session. */
  signIn(): Promise<{ name: string; value: string }[]>
  stop(): Promise<void>
}

/** Starts PostgreSQL and the server, and fills them. */
export async function serveWorld(): Promise<Served> {
  const home = await mkdtemp(join(tmpdir(), 'sealane-bench-'))
  const postgres = await createRealPostgres()
  await postgres.start()
  const { databaseUrl, organizationId } = await openWorld(postgres.url, rows)
  await addPerson(databaseUrl, organizationId)
  const server = await startServer(home, { ...settings, DATABASE_URL: databaseUrl })
  const url = server.url.replace('127.0.0.1', 'localhost')
  return {
    url,
    signIn: () => signIn(url),
    async stop() {
      await server.end('SIGTERM')
      await postgres.stop()
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function addPerson(databaseUrl: string, organizationId: string): Promise<void> {
  const database = openDatabase({ url: databaseUrl })
  const member = { ...person, role: 'admin', organizationId, now: new Date() }
  await transaction({ db: database.system }, ({ db }) => createUser(db, member, hashPassword))
  await database.close()
}

async function signIn(url: string): Promise<{ name: string; value: string }[]> {
  const { email, password } = person
  const reply = await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (!reply.ok) throw new Error(`Sign-in answered ${reply.status}: ${await reply.text()}`)
  return reply.headers.getSetCookie().map((cookie) => {
    const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
    return { name, value: decodeURIComponent(value) }
  })
}
