import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { codeOf } from '../startup-error.ts'
import type { Account } from './account.ts'

export type Outcome = { ok: boolean; output: string; spawnError?: string }

type Options = { account: Account | undefined; folder: string; input?: string }

/** The environment of every PostgreSQL program, without any variable of ours, so that no secret leaks into it. */
export const cleanEnvironment = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Runs a program to its end as `account`, inside `folder`, which it enters before the user changes. Never throws:
 * `spawnError` is the system error code of a program that could not start.
 */
export function runProgram(file: string, args: readonly string[], options: Options): Promise<Outcome> {
  return new Promise((resolve) => {
    const giveUp = (error: unknown) => resolve({ ok: false, output: '', spawnError: codeOf(error) ?? 'unknown' })
    try {
      const child = spawn(file, args, {
        cwd: options.folder,
        env: cleanEnvironment,
        ...(options.account && { uid: options.account.uid, gid: options.account.gid }),
      })
      child.on('error', giveUp)
      collect(child, options.input ?? '', resolve)
    } catch (error) {
      giveUp(error) // spawn throws some system errors (EPERM, EINVAL) and emits the others
    }
  })
}

function collect(child: ChildProcessWithoutNullStreams, input: string, resolve: (outcome: Outcome) => void): void {
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stdin.on('error', () => {}) // a program that ends early does not read its input; its output says why
  child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString() }))
  child.stdin.end(input)
}
