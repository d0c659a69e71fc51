import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { type EmbeddedOptions, type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/postgres/index.ts'

/** A folder under one of mode 0700 that goes when the test ends; the home in it is not made yet. */
export async function newHome(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'sealane-test-'))
  onTestFinished(() => rm(parent, { recursive: true, force: true, maxRetries: 5 }))
  return join(parent, 'home')
}

/** A home with a database in it, made once for all the tests of a file. They use it one after the other. */
export function shareHome(): string {
  const parent = mkdtempSync(join(tmpdir(), 'sealane-test-'))
  const home = join(parent, 'home')
  beforeAll(async () => (await startEmbeddedPostgres({ home })).stop())
  afterAll(() => rm(parent, { recursive: true, force: true, maxRetries: 5 }))
  return home
}

/** A server that stops when the test ends. */
export async function startForTest(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(options)
  onTestFinished(() => server.stop())
  return server
}

/** Starts the server of `home` in a process of its own, and answers when it serves. */
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
