import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll } from 'vitest'
import { root } from '../run/program.ts'

const run = promisify(execFile)
const here = join(root, 'test/consumers')
const require = createRequire(join(here, 'package.json'))
const folders: string[] = []

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** A folder below the project, where generated code finds the libraries it imports. It goes when the file's tests end. */
async function newFolder(document: string): Promise<string> {
  await mkdir(join(root, 'test-results'), { recursive: true })
  const folder = await mkdtemp(join(root, 'test-results', `${document}-`))
  folders.push(folder)
  return folder
}

/** A client made by @hey-api/openapi-ts. Answers the path of its module. */
export async function makeSdk(document: string): Promise<string> {
  const folder = await newFolder(document)
  const program = new URL('run.mjs', import.meta.resolve('@hey-api/openapi-ts')).pathname
  const plugins = ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk']
  const input = ['-i', `./openapi/${document}.json`, '-o', folder, '--no-log-file', '-p', ...plugins]
  await runNode(['--import', join(here, 'own-typescript.mjs'), program, ...input])
  return join(folder, 'index.ts')
}

/** Types made by openapi-typescript. Answers the path of their module. */
export async function makeTypes(document: string): Promise<string> {
  const output = join(await newFolder(document), 'api.ts')
  const program = resolve(dirname(require.resolve('openapi-typescript')), '../bin/cli.js')
  await runNode([program, `openapi/${document}.json`, '-o', output])
  return output
}

/** What the compiler says of some modules and all that they import; empty when they are right. */
export async function checkTypes(files: string[]): Promise<string> {
  const program = require.resolve('typescript/lib/tsc.js')
  const strict = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--lib', 'es2024,dom,dom.iterable']
  const modules = ['--module', 'esnext', '--moduleResolution', 'bundler', '--types', 'node']
  return await runNode([program, ...strict, ...modules, ...files]).catch((error) => error.stdout)
}

async function runNode(args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, args, { cwd: root, env: { ...process.env, NODE_OPTIONS: '' } })
  return stdout
}
