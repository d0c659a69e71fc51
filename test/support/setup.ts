import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate, openDatabase } from '../../src/db/index.ts'
import { migrateJobs } from '../../src/jobs/runner.ts'
import { startEmbeddedPostgres } from '../../src/postgres/index.ts'
import { doNotWait, newestShape, queryAll } from './database.ts'
import { readVerdicts, verdictsVariable } from './judge/verdicts.ts'
import { builtWebApp } from './web-app.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string
    /** A folder of the run, which is removed with it. */
    runFolder: string
  }
}

/**
 * One real database for the whole run: TEST_DATABASE_URL, or an embedded server in its own folder. And one file for the
 * verdicts on responses: a bad verdict fails the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'sealane-run-'))
  const verdicts = join(folder, 'verdicts')
  await writeFile(verdicts, '')
  process.env[verdictsVariable] = verdicts
  const given = process.env.TEST_DATABASE_URL
  // Each server that starts while the web app is not built would build it.
  const built = builtWebApp().catch(() => {})
  const { url, stop } = given ? { url: given, stop: async () => {} } : await startOwn()
  await prepareDatabase(url)
  await built
  project.provide('databaseUrl', url)
  project.provide('runFolder', folder)
  return async () => {
    await stop()
    console.log(`JSON:API: ${readVerdicts(verdicts)} responses judged, none at fault`)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Brings the database to the newest shape, and makes a copy of it that tests copy in turn. */
async function prepareDatabase(url: string): Promise<void> {
  await migrate(url)
  const database = openDatabase({ url })
  await migrateJobs(database.pool)
  await database.close()
  const maintenance = new URL(url)
  const name = maintenance.pathname.slice(1)
  maintenance.pathname = '/postgres'
  await queryAll(maintenance.href, `drop database if exists ${newestShape}`)
  await queryAll(maintenance.href, `create database ${newestShape} template "${name}"`)
  await queryAll(maintenance.href, doNotWait(name))
}

async function startOwn(): Promise<{ url: string; stop: () => Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'sealane-test-'))
  const server = await startEmbeddedPostgres({ home })
  await waitForNoDisk(home, server.url)
  return {
    url: server.url,
    async stop() {
      await server.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/**
 * The data are removed with the run, so its server forces nothing onto the disk and keeps little of its log. Tests of
 * durability have their own servers.
 */
async function waitForNoDisk(home: string, url: string): Promise<void> {
  const { superuserPassword } = JSON.parse(await readFile(join(home, 'postgres.json'), 'utf8'))
  const superuser = Object.assign(new URL(url), {
    username: 'postgres',
    password: superuserPassword,
    pathname: '/postgres',
  })
  for (const setting of ['fsync = off', 'full_page_writes = off', "max_wal_size = '256MB'"])
    await queryAll(superuser.href, `alter system set ${setting}`)
  await queryAll(superuser.href, 'select pg_reload_conf()')
}
