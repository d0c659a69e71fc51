import { chmod, copyFile, lstat, mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../startup-error.ts'
import { unless } from './errors.ts'

/**
 * Copies the package folder `from` to `<place>/<name>` once. The copy gets its name in one step, so that no other start
 * finds half of it. Returns undefined when `place` is not writable, or belongs to another user, who could have put
 * other programs there.
 */
export async function copyBinaries(
  from: string,
  place: string,
  name: string,
  finish: (folder: string) => Promise<boolean>,
): Promise<string | undefined> {
  const target = join(place, name)
  try {
    await unless(['EEXIST'], makeReachable(place))
    if (!(await isOurs(place))) return undefined
    if (await isOurs(target)) return target
    const draft = await mkdtemp(join(place, '.copy-'))
    try {
      await copyTree(from, draft)
      await finish(draft)
      await unless(['EEXIST', 'ENOTEMPTY'], rename(draft, target)) // else another start was faster
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
    return target
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(codeOf(error) ?? '')) return undefined
    throw error
  }
}

/** A folder of this user that no other may write to. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await unless(['ENOENT'], lstat(folder))
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
}

async function makeReachable(folder: string): Promise<void> {
  await mkdir(folder)
  await chmod(folder, 0o755) // the umask would otherwise remove permissions
}

/**
 * Copies the programs, libraries and shared files, with modes for everybody; static libraries and links are left
 * out.
 */
async function copyTree(from: string, to: string): Promise<void> {
  await chmod(to, 0o755)
  await copyDurably(join(from, 'package.json'), join(to, 'package.json'), 0o644)
  const entries = await readdir(join(from, 'native'), { recursive: true, withFileTypes: true })
  const inside = (entry: { parentPath: string; name: string }) =>
    join(to, join(entry.parentPath, entry.name).slice(from.length))
  await makeReachable(join(to, 'native'))
  for (const entry of entries.filter((each) => each.isDirectory())) await makeReachable(inside(entry))
  const files = entries.filter((each) => each.isFile() && !each.name.endsWith('.a')).values()
  const copyRest = async () => {
    for (const entry of files) {
      const mode = dirname(inside(entry)).endsWith('/bin') ? 0o755 : 0o644
      await copyDurably(join(entry.parentPath, entry.name), inside(entry), mode)
    }
  }
  await Promise.all(Array.from({ length: 16 }, copyRest)) // a thousand small files: the waits overlap
}

/** A power loss must not leave an empty file under a finished name. */
async function copyDurably(from: string, to: string, mode: number): Promise<void> {
  await copyFile(from, to)
  await chmod(to, mode)
  const file = await open(to, 'r+').catch(() => open(to, 'r'))
  await file.sync().finally(() => file.close())
}
