import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
const prefix = 'sealane-tests-'
const gibibyte = 1024 ** 3

/**
 * A folder in memory for all files of a test run, which ends with this process. Making and removing the thousand files
 * of each database on a disk takes longer than many tests. Null when memory is short.
 */
export function makeMemoryFolder(): string | null {
  if (!hasRoom()) return null
  removeLeftBehind()
  const folder = join(memory, `${prefix}${process.pid}`)
  mkdirSync(folder, { recursive: true })
  // The folder is as open as the usual one, because the account of a database server must pass through it.
  chmodSync(folder, 0o1777)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory)
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find((line) => line.split(' ')[1] === memory)
    const runsPrograms = mount !== undefined && !mount.split(' ')[3]?.split(',').includes('noexec')
    return runsPrograms && bavail * bsize > 4 * gibibyte && freemem() > 6 * gibibyte
  } catch {
    return false
  }
}

/** Removes the folders of killed runs of the same user. */
function removeLeftBehind(): void {
  for (const name of readdirSync(memory).filter((one) => one.startsWith(prefix))) {
    const folder = join(memory, name)
    const isOurs = statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.()
    if (isOurs && !isRunning(Number(name.slice(prefix.length)))) rmSync(folder, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code !== 'ESRCH'
  }
}
