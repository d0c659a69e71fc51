import { chown, lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { StartupError } from '../startup-error.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { diskFull, fullDiskWords, unless } from './errors.ts'
import type { Home } from './home.ts'
import { type Outcome, runProgram } from './run-program.ts'
import { dataArgument } from './server.ts'
import type { Settings } from './settings.ts'

type Place = { home: Home; binaries: Binaries; account: Account | undefined }

const draftPrefix = 'postgres.draft-'

/** Whether the home has data that these programs can serve. Throws StartupError for other data. */
export async function hasCluster({ data }: Home, { major }: Binaries): Promise<boolean> {
  const version = (await unless(['ENOENT'], readFile(join(data, 'PG_VERSION'), 'utf8')))?.trim()
  if (version === major) return true
  if (version) {
    throw new StartupError(
      `${data} was written by PostgreSQL ${version}, and this Sealane brings PostgreSQL ${major}.`,
      'Move the data with pg_dump from the former version, or start with another SEALANE_HOME.',
    )
  }
  const files = await unless(['ENOENT'], readdir(data))
  if (!files?.length) return false
  throw new StartupError(`${data} is not a PostgreSQL data folder.`, 'Move it away, or set SEALANE_HOME.')
}

/** Makes the data folder. It gets its final name only when it is complete and on disk. */
export async function createCluster(place: Place, settings: Settings): Promise<void> {
  const { home, account, binaries } = place
  for (const name of await readdir(home.folder)) {
    if (name.startsWith(draftPrefix)) await rm(join(home.folder, name), { recursive: true, force: true, maxRetries: 5 })
  }
  const draft = join(home.folder, draftPrefix + process.pid)
  await mkdir(draft, { mode: 0o700 })
  if (account) await chown(draft, account.uid, account.gid)
  const initdb = async (args: readonly string[]) =>
    accept(
      home,
      await runProgram(binaries.initdb, ['-D', dataArgument(draft, account), ...args], { account, folder: draft }),
    )
  try {
    await initdb(initialization)
    await setRoles({ ...place, home: { ...home, data: draft } }, settings, ['-F'])
    await initdb(['--sync-only'])
    await rename(draft, home.data)
    await syncFolder(home.folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true, maxRetries: 5 })
    throw error
  }
}

const initialization = [
  ['--no-sync', '--no-instructions', '--username=postgres', '--auth-local=reject', '--auth-host=scram-sha-256'],
  ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums'],
  ['max_connections=200', 'shared_buffers=128MB', 'timezone=UTC', 'log_timezone=UTC'].map((set) => `--set=${set}`),
].flat()

/**
 * Makes the missing role and database, and sets the passwords of `settings`, in PostgreSQL's single-user mode,
 * which needs no password. So it also mends a home without its settings file.
 */
export async function setRoles(place: Place, settings: Settings, args: readonly string[] = []): Promise<void> {
  const { home, account, binaries } = place
  const outcome = await runProgram(
    binaries.postgres,
    ['--single', '-D', dataArgument(home.data, account), ...args, 'postgres'],
    { account, folder: home.data, input: roleStatements(settings) },
  )
  accept(home, outcome)
}

/** One statement a line. On a second run "already exists" is expected, and the rest still runs. */
function roleStatements({ password, superuserPassword }: Settings): string {
  return `ALTER ROLE postgres PASSWORD '${superuserPassword}'
CREATE ROLE sealane LOGIN NOSUPERUSER CREATEROLE CREATEDB
ALTER ROLE sealane PASSWORD '${password}'
CREATE DATABASE sealane OWNER sealane
`
}

/** The lines that PostgreSQL itself wrote. Statements that it quotes contain passwords. */
const failure = /ERROR:|FATAL:|PANIC:|initdb: error/

function accept(home: Home, outcome: Outcome): void {
  const failures = outcome.output.split('\n').filter((line) => failure.test(line) && !line.includes('already exists'))
  if (outcome.ok && failures.length === 0) return
  if (fullDiskWords.test(outcome.output)) throw diskFull(home.folder)
  throw new StartupError(
    `PostgreSQL could not make its data in ${home.folder}: ${failures[0] ?? outcome.spawnError ?? 'it did not say why'}.`,
    'Mend that and start again, or set DATABASE_URL.',
  )
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

/** When this process is root, it gives data that root owns (after chown -R) back to the account that serves them. */
export async function handOver({ data }: Home, account: Account | undefined): Promise<void> {
  if (!account || (await unless(['ENOENT'], lstat(data)))?.uid !== 0) return
  for (const entry of await readdir(data, { recursive: true, withFileTypes: true })) {
    await chown(join(entry.parentPath, entry.name), account.uid, account.gid)
  }
  await chown(data, account.uid, account.gid)
}
