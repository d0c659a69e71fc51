import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import { chooseAccount } from '../../src/postgres/account.ts'
import { findFreePort } from '../../src/postgres/port.ts'
import { queryAll } from './database.ts'

const bin = '/usr/lib/postgresql/15/bin'

/** There when Debian's package postgresql-15 is installed; its tests are reported as not run without it. */
export const debianPostgres = `${bin}/initdb`

/** A fresh server of Debian's PostgreSQL 15, which an operator might have: `url` is that of a database not made yet. */
export async function startDebianPostgres(): Promise<{ adminUrl: string; url: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'sealane-pg15-'))
  await chmod(folder, 0o755)
  const data = join(folder, 'data')
  await mkdir(data, { mode: 0o700 })
  const account = await chooseAccount(folder)
  if (account) await chown(data, account.uid, account.gid)
  const as = { cwd: '/', ...(account && { uid: account.uid, gid: account.gid }) }
  await promisify(execFile)(debianPostgres, ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync'], as)
  const port = await findFreePort(0)
  const options = ['-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off']
  const server: ChildProcess = spawn(`${bin}/postgres`, ['-D', data, '-p', String(port), ...options], {
    ...as,
    stdio: 'ignore',
  })
  const ended = once(server, 'exit')
  onTestFinished(async () => {
    server.kill('SIGINT')
    await ended
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  const adminUrl = `postgres://postgres@127.0.0.1:${port}/postgres`
  while (
    !(await queryAll(adminUrl, 'select 1').then(
      () => true,
      () => false,
    ))
  )
    await pause(50)
  return { adminUrl, url: `postgres://sealane:change-me@127.0.0.1:${port}/sealane` }
}
