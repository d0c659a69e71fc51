import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartupError } from '../startup-error.ts'
import { chooseAccount } from './account.ts'
import { prepareBinaries } from './binaries.ts'
import { createCluster, handOver, hasCluster, setRoles } from './cluster.ts'
import { tryConnection } from './connect.ts'
import { explainFileError } from './errors.ts'
import { type Home, openHome } from './home.ts'
import { type Lock, takeLock } from './lock.ts'
import { cutLog, limitLog } from './log-limit.ts'
import { endPreviousServer } from './previous-server.ts'
import { newSettings, readSettings, type Settings, urlOf, writeSettings } from './settings.ts'
import { superviseCluster } from './supervise.ts'

/**
 * `url` leads to the database `sealane` as its owner. `owner` is false for a process that joined; its stop() does
 * nothing.
 */
export type EmbeddedPostgres = { url: string; dataFolder: string; owner: boolean; stop(): Promise<void> }

export type EmbeddedOptions = {
  /** The home folder, made if it is missing. */
  home: string
  /** Whether to join the server that another process runs in this home. */
  join?: boolean
  log?: (message: string, details?: object) => void
  /** Called when the server ends without stop(); it is started again. Not called in a process that joined. */
  onExit?: (message: string) => void
}

/**
 * Starts Sealane's own PostgreSQL, or joins the one that runs in this home. It serves on 127.0.0.1 until stop(), or
 * until this process ends in any way. Throws StartupError for faults that a person can mend.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  try {
    const home = await openHome(options.home)
    const claim = await claimHome(home, options.join ?? false)
    if ('joined' in claim) return claim.joined
    return await startOwned(home, claim.lock, options).catch((error) => {
      claim.lock.release()
      throw error
    })
  } catch (error) {
    throw explainFileError(error, options.home)
  }
}

/** The URL of the running server of this home, or null. Changes nothing. */
export async function findRunningPostgres(home: string): Promise<string | null> {
  const settings = await readSettings(join(home, 'postgres.json'))
  return settings?.port && !(await tryConnection(settings)) ? urlOf(settings) : null
}

/** Takes the lock of the home, or joins the server of the lock's owner as soon as it answers (within 30 s). */
async function claimHome(home: Home, joins: boolean): Promise<{ lock: Lock } | { joined: EmbeddedPostgres }> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const lock = takeLock(home.lock)
    if (lock) return { lock }
    const settings = await readSettings(home.settings)
    if (joins && settings?.port && !(await tryConnection(settings))) {
      return { joined: { url: urlOf(settings), dataFolder: home.data, owner: false, stop: async () => {} } }
    }
    if (!joins || Date.now() > deadline) {
      throw new StartupError(
        `Sealane already runs on ${home.folder}${settings ? ` (process ${settings.pid})` : ''}.`,
        'Stop that one first, or choose another folder with SEALANE_HOME.',
      )
    }
    await pause(20)
  }
}

async function startOwned(home: Home, lock: Lock, options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {})
  const account = await chooseAccount(home.data)
  const binaries = await prepareBinaries(home.folder, account)
  await cutLog(home.log)
  const settings = await prepareData({ home, binaries, account }, log)
  const server = await superviseCluster({ home, binaries, account }, settings, {
    log,
    onExit: (exit) => options.onExit?.(`PostgreSQL ended by itself (${exit}); see ${home.log}.`),
  })
  const limit = limitLog(home.log)
  void server.stopped.finally(() => {
    limit.stop()
    lock.release()
  })
  return { url: urlOf(server.settings), dataFolder: home.data, owner: true, stop: server.stop }
}

async function prepareData(
  place: Parameters<typeof createCluster>[0],
  log: (message: string, details?: object) => void,
): Promise<Settings> {
  const { home, account, binaries } = place
  const known = await readSettings(home.settings)
  const settings = known ?? newSettings()
  await writeSettings(home.settings, { ...settings, pid: process.pid })
  await handOver(home, account)
  if (await hasCluster(home, binaries)) {
    await endPreviousServer(home.data, log)
    if (!known) await setRoles(place, settings)
  } else {
    log('making the database', { folder: home.data })
    await createCluster(place, settings)
  }
  return settings
}
