import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'

/** An empty database of its own on the server of the run, dropped when the test ends. Answers its URL. */
export async function createDatabase(): Promise<string> {
  const name = `sealane_test_${randomBytes(6).toString('hex')}`
  await runStatement(`create database ${name} template template0`)
  onTestFinished(() => dropDatabase(name, 5))
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  return url.href
}

/** Drops a database. The server's own vacuum may be at work in it, which only a superuser could stop; it is done soon. */
export async function dropDatabase(name: string, tries: number): Promise<void> {
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
