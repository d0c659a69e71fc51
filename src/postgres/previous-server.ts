import { execFile } from 'node:child_process'
import { readFile, readlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { StartupError } from '../startup-error.ts'
import { unless } from './errors.ts'

/**
 * Ends a server that still works on `data` after its Sealane was killed, perhaps with the watcher. Throws StartupError
 * when it does not end within a minute.
 */
export async function endPreviousServer(data: string, log: (message: string, details?: object) => void): Promise<void> {
  const file = join(data, 'postmaster.pid')
  const text = await unless(['ENOENT'], readFile(file, 'utf8'))
  const pid = Number.parseInt(text ?? '', 10)
  if (text === undefined || !(pid > 0)) return
  if (!(await serves(pid, data))) return forgetProcess(file, pid)
  log('ending the PostgreSQL that an earlier run left behind', { pid })
  if (await endWith('SIGINT', pid, data, 45_000)) return forgetProcess(file, pid)
  if (await endWith('SIGQUIT', pid, data, 15_000)) return forgetProcess(file, pid)
  throw new StartupError(`PostgreSQL (process ${pid}) still works on ${data} and does not stop.`, 'Stop it by hand.')
}

/** It ended meanwhile, as wanted. */
async function endWith(signal: NodeJS.Signals, pid: number, data: string, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds
  if (isAlive(pid)) process.kill(pid, signal)
  while (await serves(pid, data)) {
    if (Date.now() > deadline) return false
    await pause(10)
  }
  return true
}

/**
 * PostgreSQL takes any process with the number in postmaster.pid for its predecessor: another program after a power
 * loss, or an ended process that its parent has not reaped. An impossible number prevents that. PostgreSQL finds
 * leftover backends by the rest of the file.
 */
async function forgetProcess(file: string, pid: number): Promise<void> {
  const text = await unless(['ENOENT'], readFile(file, 'utf8'))
  if (text !== undefined && isAlive(pid)) await writeFile(file, text.replace(/^\d+/, '2147483646'))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The working folder of a postmaster is its data folder. */
async function serves(pid: number, data: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === data
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }))
  return stdout.includes(`-D ${data} `)
}
