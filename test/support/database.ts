import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest'

/** The newest schema without rows. The run makes this database, and nobody connects to it. */
export const newestShape = 'sealane_newest_shape'

/** A database of its own on the server of the run, dropped when the test ends: empty, or a copy of `template`. Answers its URL. */
export async function createDatabase(template = 'template0'): Promise<string> {
  const name = await copyDatabase(template)
  onTestFinished(() => dropDatabase(name, 5))
  return urlOf(name)
}

/** Like createDatabase, for all the tests of a file: of the newest shape. `url` is there from the first test on. */
export function shareDatabase(): { readonly name: string; readonly url: string } {
  let name = ''
  beforeAll(async () => {
    name = await copyDatabase(newestShape)
  })
  afterAll(() => dropDatabase(name, 5))
  return {
    get name() {
      return name
    },
    get url() {
      return urlOf(name)
    },
  }
}

async function copyDatabase(template: string): Promise<string> {
  const name = `sealane_test_${randomBytes(6).toString('hex')}`
  // Copies files instead of writing each page into the log first.
  await runStatement(`create database ${name} template ${template} strategy file_copy`)
  await runStatement(doNotWait(name))
  return name
}

/** Tests do not wait for the disk. Tests of crashes and durability have their own servers. */
export const doNotWait = (name: string) => `alter database "${name}" set synchronous_commit = off`

function urlOf(name: string): string {
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  return url.href
}

/** Drops a database. PostgreSQL's own vacuum may work in it, which only a superuser could stop. It ends soon. */
async function dropDatabase(name: string, tries: number): Promise<void> {
  try {
    await runStatement(`drop database ${name} with (force)`)
  } catch (error) {
    if (tries === 1) throw error
    await setTimeout(200)
    await dropDatabase(name, tries - 1)
  }
}

async function runStatement(text: string): Promise<void> {
  await queryAll(inject('databaseUrl'), text)
}

/** The rows of one query, over a connection of its own. */
export async function queryAll(url: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}
