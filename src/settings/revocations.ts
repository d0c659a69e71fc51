import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

const mostFiles = 200

/**
 * The bytes of a file, or of each file in a folder; empty without a path. Each seal reads them, because they change
 * while the server runs.
 */
export async function readFiles(path: string | null): Promise<Buffer[]> {
  if (path === null) return []
  if (!(await stat(path)).isDirectory()) return [await readFile(path)]
  const entries = await readdir(path, { withFileTypes: true })
  const files = entries.filter((one) => one.isFile()).slice(0, mostFiles)
  return Promise.all(files.map(({ name }) => readFile(join(path, name))))
}
