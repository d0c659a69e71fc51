import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { unless } from './errors.ts'
import type { Home } from './home.ts'
import { cleanEnvironment } from './run-program.ts'

export type Server = { exited: Promise<string>; stop(): Promise<void> }

/**
 * Turns the shell into PostgreSQL, with a watcher beside it. The watcher reads from a pipe that only the Sealane
 * process holds; when that process ends in any way, the watcher asks for a fast shutdown. It is no child of
 * PostgreSQL (two forks), because PostgreSQL takes a child's violent end for a crash.
 */
const launch = `server=$$
exec 3<&0
( ( trap '' HUP INT TERM QUIT
    exec >/dev/null 2>&1
    while read -r line <&3; do :; done
    kill -INT $server ) & )
exec "$@" </dev/null 3<&-`

/** PostgreSQL starts inside its data folder, because another account may not reach it by its path (below /root). */
export function dataArgument(data: string, account: Account | undefined): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : data
}

/** Starts PostgreSQL on 127.0.0.1, in a session of its own, so that Ctrl-C reaches only us. */
export async function launchServer(
  place: { home: Home; binaries: Binaries; account: Account | undefined },
  port: number,
): Promise<Server & { ready: Promise<boolean> }> {
  const { home, binaries, account } = place
  const log = await open(home.log, 'a', 0o600)
  const child = spawn('/bin/sh', ['-c', launch, 'sealane', binaries.postgres, ...serverArguments(place, port)], {
    cwd: home.data,
    env: cleanEnvironment,
    detached: true,
    stdio: ['pipe', log.fd, log.fd],
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  const exited = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code, signal) => resolve(signal ?? `code ${code}`))
  })
  await log.close()
  void exited.then(() => child.stdin?.destroy())
  child.unref() // a program that ends without stop() is not held up by its database, whose watcher stops it then
  return { exited, ready: waitUntilReady(home.data, child), stop: () => stopServer(child, exited) }
}

function serverArguments({ home, account }: { home: Home; account: Account | undefined }, port: number): string[] {
  return [
    ['-D', dataArgument(home.data, account), '-p', String(port)],
    ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    // DETAIL lines contain rows and values, which are personal data and must not be logged.
    ['-c', 'log_error_verbosity=terse', '-c', 'lc_messages=C'],
  ].flat()
}

/** Reads PostgreSQL's state in the eighth line of postmaster.pid. False when it ended before it was ready. */
async function waitUntilReady(data: string, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null && child.pid) {
    const lines = (await unless(['ENOENT'], readFile(join(data, 'postmaster.pid'), 'utf8')))?.split('\n') ?? []
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return true
    await pause(5)
  }
  return false
}

/** Shuts down fast: open transactions are rolled back, committed ones are on disk. After a minute, immediately. */
async function stopServer(child: ChildProcess, exited: Promise<string>): Promise<void> {
  child.ref()
  child.kill('SIGINT')
  const impatience = setTimeout(() => child.kill('SIGQUIT'), 60_000)
  await exited
  clearTimeout(impatience)
}
