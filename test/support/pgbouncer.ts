import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { chooseAccount } from '../../src/postgres/account.ts'
import { findFreePort } from '../../src/postgres/port.ts'

const program = '/usr/sbin/pgbouncer'

/** Whether the package is installed. Without it, its tests are reported as not run. */
export const hasPgbouncer: boolean = existsSync(program)

/** PgBouncer of Debian in front of a database, with only its mode set. Returns its URL. */
export async function startPgbouncer(
  databaseUrl: string,
  mode: string,
  settings: readonly string[] = [],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sealane-pgbouncer-'))
  const { hostname, port, username, password, pathname } = new URL(databaseUrl)
  const own = await findFreePort(0)
  const database = `host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)}`
  const file = [
    '[databases]',
    `sealane = ${database} dbname=${pathname.slice(1)}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${own}`,
    'unix_socket_dir =',
    'auth_type = any',
    `pool_mode = ${mode}`,
    ...settings,
  ]
  await writeFile(join(folder, 'pgbouncer.ini'), file.join('\n'))
  const account = await chooseAccount(folder)
  await chmod(folder, 0o755)
  if (account) await chown(folder, account.uid, account.gid)
  const as = account ? { uid: account.uid, gid: account.gid } : {}
  const child = spawn(program, [join(folder, 'pgbouncer.ini')], { ...as, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
    await rm(folder, { recursive: true })
  })
  for await (const line of createInterface(child.stderr)) if (line.includes('process up')) break
  child.stderr.resume()
  return `postgres://sealane@127.0.0.1:${own}/sealane`
}
