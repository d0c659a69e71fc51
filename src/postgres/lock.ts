import { closeSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartupError } from '../startup-error.ts'
import { diskFull } from './errors.ts'

export type Lock = { release(): void }

/**
 * Takes the lock file for this process; undefined when another process holds it. The lock is the kernel's own (SQLite
 * takes a byte-range lock for BEGIN EXCLUSIVE; Node has no call for it). It is atomic, ends with the process, and works
 * between containers that share the folder. A file with a process id has none of these properties.
 */
export function takeLock(path: string): Lock | undefined {
  closeSync(openSync(path, 'a', 0o600))
  const file = new DatabaseSync(path, { timeout: 0 })
  try {
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
    if (code === SQLITE_BUSY) return undefined
    if (code === SQLITE_FULL) throw diskFull(dirname(path))
    throw new StartupError(
      `${path} cannot be locked: ${error instanceof Error ? error.message : error}.`,
      'Choose a folder on a local disk with SEALANE_HOME.',
      { cause: error },
    )
  }
  held.add(file)
  return {
    release: () => {
      if (held.delete(file)) file.close()
    },
  }
}

const SQLITE_BUSY = 5
const SQLITE_FULL = 13

/** A lock without a reference would be collected, and freed. */
const held = new Set<DatabaseSync>()
