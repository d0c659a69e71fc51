import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../startup-error.ts'

const mostFiles = 200

/** The error for revocation lists that cannot be read. Then no document can be sealed. */
class RevocationsUnreadable extends Error {
  readonly code = 'revocation_missing'

  constructor(path: string, cause: unknown) {
    super(`SEALANE_REVOCATIONS: ${path} cannot be read (${codeOf(cause)}).`, { cause })
  }
}

/**
 * The bytes of a file, or of each file in a folder; empty without a path. Each seal reads them, because they change
 * while the server runs.
 */
export async function readFiles(path: string | null): Promise<Buffer[]> {
  if (path === null) return []
  try {
    if (!(await stat(path)).isDirectory()) return [await readFile(path)]
    const entries = await readdir(path, { withFileTypes: true })
    const files = entries.filter((one) => one.isFile()).slice(0, mostFiles)
    return await Promise.all(files.map(({ name }) => readFile(join(path, name))))
  } catch (error) {
    throw new RevocationsUnreadable(path, error)
  }
}
