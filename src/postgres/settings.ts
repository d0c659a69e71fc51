import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { unless } from './errors.ts'

/** The server's settings in its home. `pid` is the Sealane process that owns it, or owned it last. */
export type Settings = { port: number; password: string; superuserPassword: string; pid: number }

export function newSettings(): Settings {
  return { port: 0, password: newPassword(), superuserPassword: newPassword(), pid: process.pid }
}

function newPassword(): string {
  return randomBytes(24).toString('hex')
}

/** Reads the settings. Undefined when the file is missing or malformed; new passwords are then set. */
export async function readSettings(path: string): Promise<Settings | undefined> {
  const text = await unless(['ENOENT'], readFile(path, 'utf8'))
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isSettings(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isSettings(value: unknown): value is Settings {
  if (typeof value !== 'object' || value === null) return false
  const { port, password, superuserPassword, pid } = Object.fromEntries(Object.entries(value))
  return [port, pid].every(Number.isInteger) && [password, superuserPassword].every((word) => typeof word === 'string')
}

/** Replaces the file in one step, so that no reader sees half of it. */
export async function writeSettings(path: string, settings: Settings): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600, flush: true })
  await rename(`${path}.new`, path)
}

export function urlOf(settings: Settings): string {
  return `postgres://sealane:${settings.password}@127.0.0.1:${settings.port}/sealane`
}
