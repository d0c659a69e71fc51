import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

type Chunk = { file: string; imports?: string[]; css?: string[] }
type Manifest = Record<string, Chunk>

const pages = fileURLToPath(new URL('../app/pages.ts', import.meta.url))

/**
 * Writes the list of files that each page of the app loads besides the frame, by its path: `{ "/webhooks/$id":
 * ["assets/…"] }`. The server names these files in the page, so that a browser requests them before it reads any
 * script.
 */
export async function writePreloads(folder: string): Promise<void> {
  const manifest: Manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'))
  const frame = filesOf(manifest, 'index.html')
  const found = (await readFile(pages, 'utf8')).matchAll(/path: '(.+?)'.+?import\('\.\.\/(.+?)'\)/gs)
  const preloads = [...found].map(([, path = '', source = '']): [string, string[]] => {
    return [path, [...filesOf(manifest, source)].filter((file) => !frame.has(file))]
  })
  await writeFile(join(folder, 'preloads.json'), JSON.stringify(Object.fromEntries(preloads)))
}

function filesOf(manifest: Manifest, name: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[name]
  if (!chunk) throw new Error(`The build has no ${name}.`)
  if (found.has(chunk.file)) return found
  for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(file)
  for (const other of chunk.imports ?? []) filesOf(manifest, other, found)
  return found
}
