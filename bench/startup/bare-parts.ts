import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Account, chooseAccount } from '../../src/postgres/account.ts'
import { prepareBinaries } from '../../src/postgres/binaries.ts'
import { findFreePort } from '../../src/postgres/port.ts'

type Stop = () => Promise<void>

export type BareParts = {
  initialize(data: string): Promise<void>
  startDatabase(data: string): Promise<Stop>
  startServer(): Promise<Stop>
}

/** The programs that we start, run directly. `folder` takes the data folders. */
export async function prepareBareParts(folder: string): Promise<BareParts> {
  const account = await chooseAccount(folder)
  const { initdb, postgres } = await prepareBinaries(folder, account)
  await chmod(folder, 0o755)
  const asAccount = { cwd: '/', ...(account ? { uid: account.uid, gid: account.gid } : {}) }
  return {
    async initialize(data) {
      await makeFolder(join(folder, data), account)
      const args = ['-D', join(folder, data), '--no-sync', '--username=postgres', '--auth=trust', '--locale=C']
      await once(spawn(initdb, args, { ...asAccount, stdio: 'ignore' }), 'exit')
    },
    async startDatabase(data) {
      const port = String(await findFreePort(0))
      const args = ['-D', join(folder, data), '-p', port, '-c', 'unix_socket_directories=', '-h', '127.0.0.1']
      const child = spawn(postgres, args, { ...asAccount, stdio: ['ignore', 'ignore', 'pipe'] })
      return untilLine(child, child.stderr, 'ready to accept connections', 'SIGINT')
    },
    async startServer() {
      const script = fileURLToPath(new URL('bare-server.ts', import.meta.url))
      const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
      return untilLine(child, child.stdout, 'listening', 'SIGKILL')
    },
  }
}

async function makeFolder(path: string, account: Account | undefined): Promise<void> {
  await mkdir(path, { mode: 0o700 })
  if (account) await chown(path, account.uid, account.gid)
}

async function untilLine(
  child: ChildProcess,
  stream: NodeJS.ReadableStream,
  words: string,
  signal: NodeJS.Signals,
): Promise<Stop> {
  const ended = once(child, 'exit')
  const ready = Promise.withResolvers<void>()
  createInterface(stream).on('line', (line) => line.includes(words) && ready.resolve())
  await Promise.race([ready.promise, ended.then(() => Promise.reject(new Error(`It ended before "${words}".`)))])
  return async () => {
    child.kill(signal)
    await ended
  }
}
