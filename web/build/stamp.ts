import { hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const sources = [
  'web',
  'clients/jsonapi/src',
  'src/texts',
  'verifier',
  'src/core/evidence/format.ts',
  'src/core/canonical-json.ts',
  'package-lock.json',
]
const ending = /\.(json|tsx?|js|css|html|svg)$/

/** The folder of built apps, one folder for each state of the sources. */
export const distFolder: string = join(root, 'web/dist')

/** The folder of the app for the present sources. */
export function builtFolder(): string {
  return join(distFolder, stampOfSources())
}

/** Whether the app is built from the present sources. */
export function isBuilt(folder: string): boolean {
  return existsSync(join(folder, 'index.html'))
}

// A word that changes with the sources.
function stampOfSources(): string {
  const files = sources.flatMap((name) => filesBelow(join(root, name))).sort()
  const digests = files.map((file) => `${file.slice(root.length)} ${hash('sha1', readFileSync(file))}`)
  return hash('sha256', digests.join('\n'), 'hex').slice(0, 20)
}

function filesBelow(path: string): string[] {
  if (ending.test(path)) return /\.test\.tsx?$/.test(path) ? [] : [path]
  const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => name !== 'dist')
  const read = entries.filter((entry) => entry.isDirectory() || ending.test(entry.name))
  return read.flatMap(({ name }) => filesBelow(join(path, name)))
}
