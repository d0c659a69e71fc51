import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

export const root: string = fileURLToPath(new URL('../../', import.meta.url))

/** Runs a program of the system or of node_modules at the root, and passes its output on. Returns its exit code. */
export async function runProgram(program: string, args: string[] = []): Promise<number> {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: environment() })
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}

/** Runs a program beside others, and keeps its output. */
export async function runQuietly(program: string, args: string[] = []): Promise<{ code: number; output: string }> {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: environment() })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: typeof code === 'number' ? code : 1, output: out + err }
}

function environment(): NodeJS.ProcessEnv {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)
  return { ...process.env, PATH: path }
}
