import { constants } from 'node:fs'
import { access, mkdir, realpath, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { StartupError } from '../startup-error.ts'
import { nameUser } from './account.ts'
import { unless } from './errors.ts'

export type Home = { folder: string; data: string; log: string; lock: string; settings: string }

/**
 * Makes the home folder (mode 0700) if it is missing, and returns its paths. Throws StartupError when it belongs to
 * another user, and file errors when it cannot be written.
 */
export async function openHome(path: string): Promise<Home> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  const folder = await realpath(path)
  const lock = join(folder, 'lock')
  await refuseForeignHome(folder, lock)
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  return {
    folder,
    data: join(folder, 'postgres'),
    log: join(folder, 'postgres.log'),
    lock,
    settings: `${folder}/postgres.json`,
  }
}

/** The first user to start made the lock file. Another user would leave files that the first cannot read. */
async function refuseForeignHome(folder: string, lock: string): Promise<void> {
  const first = await unless(
    ['ENOENT'],
    stat(lock).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EACCES') return stat(folder)
      throw error
    }),
  )
  if (!first || first.uid === process.getuid?.()) return
  const [owner, me] = [await nameUser(first.uid), userInfo()]
  throw new StartupError(
    `${folder} belongs to ${owner}, who started Sealane there before; now it is started by ${me.username}.`,
    `Start it as ${owner} again, hand the folder over (chown -R ${me.uid} ${folder}), ` +
      'or choose another one with SEALANE_HOME.',
  )
}
