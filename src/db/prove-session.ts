import { randomBytes, randomInt } from 'node:crypto'
import type pg from 'pg'
import { StartupError } from '../startup-error.ts'
import { connectOnce } from './connect-once.ts'

const others = 3
const patienceMs = 5_000

/**
 * Proves that a connection is a session: its settings, locks and LISTEN survive to the next statement while other
 * clients work. A pooler in transaction mode loses all three, and with them the separation of tenants. Throws
 * StartupError with advice.
 */
export async function proveSession(url: string): Promise<void> {
  const clients: pg.Client[] = []
  try {
    for (let count = 0; count <= others; count += 1) clients.push(await connectOnce(url, 'sealane proof'))
    const [session, ...rest] = clients
    if (session) await prove(session, rest)
  } catch (error) {
    if (error instanceof StartupError) throw error
    throw refuse(error instanceof Error ? error.message : String(error), error)
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => {})))
  }
}

async function prove(session: pg.Client, rest: readonly pg.Client[]): Promise<void> {
  const token = randomBytes(8).toString('hex')
  const [lock, channel] = [[randomInt(1 << 30), randomInt(1 << 30)], `sealane_proof_${token}`]
  const noticed = new Promise<boolean>((resolve) => session.on('notification', () => resolve(true)))
  await ask(session, "select set_config('sealane.proof', $1, false), pg_advisory_lock($2, $3)", [token, ...lock])
  await ask(session, `listen ${channel}`)
  // Each of these takes a server connection, and so also the session's own if the pooler gave it back.
  for (const other of rest) {
    await ask(other, 'begin')
    await ask(other, 'select 1')
  }
  const { rows } = await ask(
    session,
    `select current_setting('sealane.proof', true) is distinct from $1 as settings,
     not exists (select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()
       and classid = $2::bigint::oid and objid = $3::bigint::oid) as "advisory locks",
     $4 not in (select pg_listening_channels()) as "LISTEN"`,
    [token, ...lock, channel],
  )
  const lost = Object.entries(rows[0] ?? {}).filter(([, isLost]) => isLost)
  for (const other of rest) await ask(other, 'rollback')
  if (lost.length > 0) throw refuse(`it loses ${lost.map(([name]) => name).join(', ')} from one statement to the next`)
  for (const other of rest.slice(0, 1)) await ask(other, `notify ${channel}`)
  if (!(await Promise.race([noticed, pause(patienceMs).then(() => false)]))) throw refuse('no NOTIFY comes through it')
}

async function ask(client: pg.Client, text: string, values: readonly unknown[] = []): Promise<pg.QueryResult> {
  const late = pause(patienceMs).then(() => {
    throw refuse(`it does not let ${others + 1} connections work at once`)
  })
  return Promise.race([client.query(text, [...values]), late])
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}

function refuse(reason: string, cause?: unknown): StartupError {
  return new StartupError(
    `The server in DATABASE_URL does not keep PostgreSQL sessions: ${reason}.`,
    'If it is a pooler, put it into session mode (PgBouncer: pool_mode=session behind this database in pgbouncer.ini, ' +
      'and a pool_size that fits), or name PostgreSQL itself in DATABASE_URL.',
    { cause },
  )
}
