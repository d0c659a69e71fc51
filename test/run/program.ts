import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root: string = fileURLToPath(new URL('../../', import.meta.url))

/** Runs a program of the system or of node_modules at the root, its output passed on. Answers its exit code. */
export async function runProgram(program: string, args: string[] = []): Promise<number> {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } })
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}
