import { readFile, stat } from 'node:fs/promises'
import { StartupError } from '../startup-error.ts'
import { unless } from './errors.ts'

/** The user that runs PostgreSQL, when it is not the user of this process. */
export type Account = { uid: number; gid: number }

/** In the order of preference. */
const names = ['sealane', 'postgres', 'nobody']

/**
 * Chooses the user, because PostgreSQL refuses to run as root: the owner of existing data, else the first known user in
 * /etc/passwd. Undefined for an ordinary user, who runs PostgreSQL without another user.
 */
export async function chooseAccount(dataFolder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const data = await unless(['ENOENT'], stat(dataFolder))
  if (data && data.uid !== 0) return { uid: data.uid, gid: data.gid }
  return findAccount(await readFile('/etc/passwd', 'utf8'))
}

/** The user in messages: `alice (uid 1001)`. */
export async function nameUser(uid: number): Promise<string> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const name = passwd.split('\n').find((line) => line.split(':')[2] === String(uid))
  return name ? `${name.split(':')[0]} (uid ${uid})` : `uid ${uid}`
}

/** Throws StartupError when none of the known users is in `passwd` (the text of /etc/passwd). */
export function findAccount(passwd: string): Account {
  const users = new Map(passwd.split('\n').map((line) => [line.split(':')[0], line.split(':')]))
  for (const name of names) {
    const [uid, gid] = (users.get(name) ?? []).slice(2, 4).map(Number)
    if (uid && gid) return { uid, gid }
  }
  throw new StartupError(
    `PostgreSQL does not run as root, and this machine has none of the users ${names.join(', ')}.`,
    'Add one (useradd --system sealane), start Sealane as an ordinary user, or set DATABASE_URL.',
  )
}
