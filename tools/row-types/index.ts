import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../src/db/index.ts'
import { readMigrations } from '../../src/db/migrate.ts'
import { startEmbeddedPostgres } from '../../src/postgres/index.ts'
import { readColumns } from './catalogue.ts'
import { renderRowTypes } from './render.ts'

/** The files of row types for a migrated database. */
export async function rowTypesOf(url: string): Promise<Record<string, string>> {
  return renderRowTypes(await readColumns(url), await readMigrations())
}

/** The same for a fresh database, on an embedded server that is removed afterwards. */
export async function buildRowTypes(): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'sealane-row-types-'))
  const server = await startEmbeddedPostgres({ home: join(folder, 'home') })
  try {
    await migrate(server.url)
    return await rowTypesOf(server.url)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
