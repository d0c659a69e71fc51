import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll } from 'vitest'
import { root, runQuietly } from '../run/program.ts'

const run = promisify(execFile)
const here = join(root, 'test/consumers')
const folders: string[] = []

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** A folder below the project, where generated code finds its libraries. It is removed after the tests of the file. */
async function newFolder(document: string): Promise<string> {
  await mkdir(join(root, 'test-results'), { recursive: true })
  const folder = await mkdtemp(join(root, 'test-results', `${document}-`))
  folders.push(folder)
  return folder
}

export type Made = { sdk: string; types: string }

/** For each document a client made by @hey-api/openapi-ts and types made by openapi-typescript: the paths of their modules. */
export async function makeAll(documents: readonly string[]): Promise<Map<string, Made>> {
  const wanted = []
  for (const name of documents) wanted.push({ name, document: `./openapi/${name}.json`, folder: await newFolder(name) })
  await runNode(['--import', join(here, 'own-typescript.mjs'), join(here, 'make.mjs'), JSON.stringify(wanted)])
  return new Map(wanted.map(({ name, folder }) => [name, { sdk: `${folder}/sdk/index.ts`, types: `${folder}/api.ts` }]))
}

/** The complaints of the compiler about some modules and all their imports; empty for none. */
export async function checkTypes(files: string[]): Promise<string> {
  const strict = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--lib', 'es2024,dom,dom.iterable']
  const modules = ['--module', 'esnext', '--moduleResolution', 'bundler', '--types', 'node', '--ignoreConfig']
  const { output } = await runQuietly('tsc', [...strict, ...modules, '--checkers', '1', ...files])
  return output
}

async function runNode(args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, args, { cwd: root, env: { ...process.env, NODE_OPTIONS: '' } })
  return stdout
}
