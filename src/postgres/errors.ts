import { userInfo } from 'node:os'
import { codeOf, StartupError } from '../startup-error.ts'

/** Runs `work`. Returns undefined for the system errors `codes`. */
export async function unless<T>(codes: readonly string[], work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (codes.includes(codeOf(error) ?? '')) return undefined
    throw error
  }
}

/** PostgreSQL's messages about a full disk. A file that grew by less than requested means the same. */
export const fullDiskWords = /No space left on device|Disk quota exceeded|wrote only \d+ of/

export function diskFull(folder: string): StartupError {
  return new StartupError(
    `The disk that holds ${folder} is full.`,
    'Free at least 200 MB there, or choose another folder with SEALANE_HOME, and start again.',
  )
}

/** Explains a failed file operation below `folder` in plain words. Returns other errors unchanged. */
export function explainFileError(error: unknown, folder: string): unknown {
  const code = codeOf(error)
  const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : folder
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder)
  // Node reports ENOENT where a read-only file system refuses the last folder of a recursive mkdir.
  if (['EACCES', 'EPERM', 'EROFS'].includes(code ?? '') || (code === 'ENOENT' && path === folder)) {
    return new StartupError(
      `${path} is not writable for ${userInfo().username} (${code}).`,
      'Give this user the folder (chown), or choose another one with SEALANE_HOME.',
      { cause: error },
    )
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new StartupError(`${path} is not a folder.`, 'Move the file away, or set SEALANE_HOME.', { cause: error })
  }
  return error
}
