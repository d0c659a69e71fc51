import { spawn } from 'node:child_process'
import type { Account } from './account.ts'

export type Outcome = { ok: boolean; output: string; spawnError?: string }

type Options = { account: Account | undefined; folder: string; input?: string }

/** The environment of every PostgreSQL program: nothing of ours, so that no secret leaks into another process. */
export const cleanEnvironment = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Runs a program to its end, as `account`, inside `folder` (entered before the user changes, so it need not be
 * reachable by path). Never throws: `spawnError` is the system error code when it could not be started at all.
 */
export function runProgram(file: string, args: readonly string[], options: Options): Promise<Outcome> {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(file, args, {
      cwd: options.folder,
      env: cleanEnvironment,
      ...(options.account && { uid: options.account.uid, gid: options.account.gid }),
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.stdin.on('error', () => {}) // a program that ends early does not read its input; its output says why
    child.on('error', (error: NodeJS.ErrnoException) => {
      resolve({ ok: false, output, spawnError: error.code ?? 'unknown' })
    })
    child.on('close', (code) => resolve({ ok: code === 0, output }))
    child.stdin.end(options.input ?? '')
  })
}
