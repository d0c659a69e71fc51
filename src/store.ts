import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { claimMasterKey, isMasterKey } from './core/master-key.ts'
import { createVault, type Vault } from './core/vault.ts'
import { type Database, migrate, openDatabase, proveSession } from './db/index.ts'
import { discardFailedJob, type FailedJob, listFailedJobs, retryFailedJob } from './jobs/failed.ts'
import { migrateJobs } from './jobs/runner.ts'
import { startEmbeddedPostgres } from './postgres/index.ts'
import { closeKeyFile, keyFileOf, makeKeyFile, readKeyFile, removeKeyFile } from './settings/key-file.ts'
import { StartupError } from './startup-error.ts'
import { useFontsFolder } from './writing/index.ts'

/** Access to the jobs that are not retried automatically. */
export type FailedJobs = {
  list(): Promise<FailedJob[]>
  retry(id: string): Promise<boolean>
  discard(id: string): Promise<boolean>
}

/** An open database with all migrations. */
type Store = { database: Database; failedJobs: FailedJobs; close(): Promise<void> }

/** The base of every command: the database, and the vault of its master key. */
export type Core = Store & { vault: Vault }

/** Opens the database (embedded, or DATABASE_URL) and brings it up to date. Needs no master key. */
export async function openStore(config: Config, log: Logger, join = true): Promise<Store> {
  const server = config.databaseUrl
    ? { url: config.databaseUrl, stop: async () => {} }
    : await startEmbeddedPostgres({
        home: config.home,
        join,
        log: (message, details) => log.info(details ?? {}, message),
        onExit: (message) => log.error(`${message} It is started again.`),
      })
  try {
    if (config.databaseUrl) await proveSession(server.url)
    await migrate(server.url)
    const database = openDatabase({ url: server.url, maxConnections: config.databaseConnections })
    const close = () => database.close().finally(server.stop)
    await migrateJobs(database.pool)
    const { pool } = database
    const failedJobs = {
      list: () => listFailedJobs(pool),
      retry: (id: string) => retryFailedJob(pool, id),
      discard: (id: string) => discardFailedJob(pool, id),
    }
    return { database, failedJobs, close }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/**
 * Opens the database, brings it up to date and returns it with the vault. Throws StartupError for a wrong master key.
 */
export async function openCore(config: Config, log: Logger, join = true): Promise<Core> {
  if (config.fontsFolder) takeFonts(config.fontsFolder)
  const store = await openStore(config, log, join)
  try {
    return { ...store, vault: createVault(await findMasterKey(config, store.database, log)) }
  } catch (error) {
    await store.close()
    throw error
  }
}

function takeFonts(folder: string): void {
  try {
    useFontsFolder(folder)
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new StartupError(`SEALANE_FONTS: ${problem}.`, 'Name a folder of intact fonts, or no folder.', { cause })
  }
}

/**
 * The master key: SEALANE_MASTER_KEY, or the file master.key in the home. It is created only for a database that never
 * had one, because no other key opens what the first one sealed. Throws StartupError when it is missing or wrong.
 */
async function findMasterKey(config: Config, { system }: Database, log: Logger): Promise<Buffer> {
  const given = config.masterKey === null ? null : Buffer.from(config.masterKey, 'hex')
  if (given === null) {
    const mode = closeKeyFile(config.home)
    if (mode) log.warn(`${keyFileOf(config.home)} could be read by others (mode ${mode}). It is 0600 now.`)
  }
  const found = given ?? readKeyFile(config.home)
  const isOurs = await isMasterKey(system, found)
  if (found && isOurs) return found
  if (isOurs === false) throw await explainKey(config, system, found)
  const { key, isNew } = found ? { key: found, isNew: false } : makeKeyFile(config.home)
  if (await claimMasterKey(system, key)) return key
  // Another node, with a home of its own, has created the key of this database at the same moment.
  if (isNew) removeKeyFile(config.home)
  throw await explainKey(config, system, isNew ? null : key)
}

async function explainKey({ masterKey, home }: Config, db: Database['system'], found: Buffer | null) {
  const file = keyFileOf(home)
  const source = masterKey === null ? file : 'SEALANE_MASTER_KEY'
  const other = masterKey === null ? null : readKeyFile(home)
  const lost = 'A new key cannot read what the former one has sealed.'
  if (other && (await isMasterKey(db, other))) {
    return new StartupError(
      `SEALANE_MASTER_KEY is not the master key of this database, but ${file} is.`,
      'Unset SEALANE_MASTER_KEY.',
    )
  }
  if (!found) {
    const advice = `Set SEALANE_MASTER_KEY, or put the key back into ${file}, from where you keep it. ${lost}`
    return new StartupError('The master key of this database is missing.', advice)
  }
  const advice = `Give it the key that it was made with, from where you keep it: in SEALANE_MASTER_KEY or in ${file}. ${lost}`
  return new StartupError(`The master key in ${source} is not that of this database.`, advice)
}
