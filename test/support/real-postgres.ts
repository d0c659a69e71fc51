import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { chooseAccount } from '../../src/postgres/account.ts'
import { prepareBinaries } from '../../src/postgres/binaries.ts'
import { findFreePort } from '../../src/postgres/port.ts'

/** A PostgreSQL server as an operator would run it. It can be killed, and started again on its port. */
type RealPostgres = {
  url: string
  /** Starts it unless it runs, and retries until it serves. */
  start(): Promise<void>
  /** kill -9 of the postmaster and of every backend. */
  crash(): Promise<void>
  stop(): Promise<void>
}

// No vitest in here, because benchmarks and the chaos run start servers too. fsync stays on.
export async function createRealPostgres(
  settings: readonly string[] = [],
  parent: string = tmpdir(),
): Promise<RealPostgres> {
  const folder = await mkdtemp(join(parent, 'sealane-pg-'))
  await chmod(folder, 0o755)
  const account = await chooseAccount(folder)
  const { initdb, postgres } = await prepareBinaries(folder, account)
  const data = join(folder, 'data')
  await mkdir(data, { mode: 0o700 })
  if (account) await chown(data, account.uid, account.gid)
  const as = { cwd: '/', detached: true, ...(account && { uid: account.uid, gid: account.gid }) }
  const init = spawn(
    initdb,
    ['-D', data, '--username=postgres', '--auth=trust', '--locale=C', '--encoding=UTF8', '--no-sync'],
    {
      ...as,
      stdio: 'ignore',
    },
  )
  const [code] = await once(init, 'exit')
  if (code !== 0) throw new Error(`initdb ended with ${code}.`)
  const port = await findFreePort(0)
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  let server: ChildProcess | undefined
  const options = ['unix_socket_directories=', 'max_connections=200', ...settings].flatMap((one) => ['-c', one])

  const isUp = () => server !== undefined && server.exitCode === null && server.signalCode === null

  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = server
    if (!running?.pid || !isUp()) return
    server = undefined
    const ended = once(running, 'exit')
    // SIGKILL goes to the whole process group, so that no backend keeps the old memory.
    process.kill(signal === 'SIGKILL' ? -running.pid : running.pid, signal)
    await ended
  }

  return {
    url,
    async start() {
      while (!(await answers(url))) {
        if (!isUp()) {
          const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...options]
          server = spawn(postgres, args, { ...as, stdio: 'ignore' })
        }
        await pause(10)
      }
    },
    crash: () => end('SIGKILL'),
    async stop() {
      await end('SIGINT')
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
