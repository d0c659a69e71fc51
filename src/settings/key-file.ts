import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, StartupError } from '../startup-error.ts'

/** The file of the master key, used when SEALANE_MASTER_KEY is not set. */
export function keyFileOf(home: string): string {
  return join(home, 'master.key')
}

/** The key in the file, or null without a file. Throws StartupError when the file has no valid key. */
export function readKeyFile(home: string): Buffer | null {
  const file = keyFileOf(home)
  const hex = unlessMissing(file, () => readFileSync(file, 'utf8').trim())
  if (hex === null) return null
  if (/^[0-9a-f]{64}$/i.test(hex)) return Buffer.from(hex, 'hex')
  throw new StartupError(`${file} must hold 64 hex digits.`, 'Restore it from where you keep it.')
}

/** Creates the key file, unless it exists, and returns its key. */
export function makeKeyFile(home: string): { key: Buffer; isNew: boolean } {
  const file = keyFileOf(home)
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true })
    return { key: readKeyFile(home) ?? fail(file, 'ENOENT'), isNew: true }
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw codeOf(error) ? fail(file, codeOf(error)) : error
    return { key: readKeyFile(home) ?? fail(file, 'ENOENT'), isNew: false }
  }
}

export function removeKeyFile(home: string): void {
  rmSync(keyFileOf(home), { force: true })
}

/** Removes the permissions of others on the key file. Returns its earlier mode, or null when nothing had to change. */
export function closeKeyFile(home: string): string | null {
  const mode = modeOfKeyFile(home)
  if (mode === null || (mode & 0o077) === 0) return null
  chmodSync(keyFileOf(home), 0o600)
  return mode.toString(8).padStart(4, '0')
}

/** The permission bits of the key file, or null without a file. */
export function modeOfKeyFile(home: string): number | null {
  const found = unlessMissing(keyFileOf(home), () => statSync(keyFileOf(home)))
  return found && found.mode & 0o777
}

function unlessMissing<T>(file: string, work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw code ? fail(file, code) : error
  }
}

function fail(file: string, code: string | undefined): never {
  throw new StartupError(
    `The master key in ${file} cannot be read or made (${code}).`,
    'Give this user the file, or set SEALANE_MASTER_KEY, or choose another folder with SEALANE_HOME.',
  )
}
