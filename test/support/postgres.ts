import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { type EmbeddedOptions, type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/postgres/index.ts'
import { onceInRun } from './once.ts'

/** A folder below a folder of mode 0700, which is removed after the test. The home in it does not exist yet. */
export async function newHome(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'sealane-test-'))
  onTestFinished(() => rm(parent, { recursive: true, force: true, maxRetries: 5 }))
  return join(parent, 'home')
}

/**
 * A home with a database for all tests of a file, which use it one after another. It is made once in a run, and copied.
 */
export function shareHome(): string {
  const parent = mkdtempSync(join(tmpdir(), 'sealane-test-'))
  const home = join(parent, 'home')
  beforeAll(async () => {
    const folder = await onceInRun('database-home', async (draft) => {
      await (await startEmbeddedPostgres({ home: join(draft, 'home') })).stop()
      await forgetPort(join(draft, 'home'))
    })
    await promisify(execFile)('cp', ['-a', join(folder, 'home'), home])
  })
  afterAll(() => rm(parent, { recursive: true, force: true, maxRetries: 5 }))
  return home
}

/** Copies of a home that start at once would all want its port. */
export async function forgetPort(home: string): Promise<void> {
  const settings = join(home, 'postgres.json')
  const { port: _, ...rest } = JSON.parse(await readFile(settings, 'utf8'))
  await writeFile(settings, JSON.stringify({ port: 0, ...rest }))
}

/** A server that stops when the test ends. */
export async function startForTest(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(options)
  onTestFinished(() => server.stop())
  return server
}

/** Starts the server of `home` in a separate process, and resolves when it serves. */
export async function spawnOwner(home: string): Promise<ChildProcess & { pid: number }> {
  const script = fileURLToPath(new URL('own-postgres.ts', import.meta.url))
  const child = spawn(process.execPath, [script, home], { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  await once(createInterface(child.stdout), 'line')
  return Object.assign(child, { pid: child.pid ?? 0 })
}

/** The processes that work inside `folder` (Linux): PostgreSQL with its backends, and its watcher. */
export async function processesIn(folder: string): Promise<number[]> {
  const numbers = (await readdir('/proc')).map(Number).filter(Boolean)
  const folders = await Promise.all(numbers.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')))
  return numbers.filter((_, index) => folders[index] === folder)
}

/** The first column of the first row of `sql`. */
export async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}
