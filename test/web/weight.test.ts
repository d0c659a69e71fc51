import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { builtWebApp } from '../support/web-app.ts'

type Chunk = { file: string; imports?: string[] }

const folder = await builtWebApp()
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))

/** The files of script that these sources need before they can run. */
function filesOf(names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`There is no ${name} in the build.`)
    if (found.has(chunk.file)) continue
    found.add(chunk.file)
    filesOf(chunk.imports ?? [], found)
  }
  return found
}

test.each([
  ['sign-in', ['sign-in.html'], 60_000],
  ['the verifier', ['verify.html'], 60_000],
  ['the frame with a first list', ['index.html', 'api-keys/page.tsx'], 200_000],
])('%s stays within its budget of script, packed with gzip', (_what, names, most) => {
  const sizes = [...filesOf(names)].map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(most)
})

test('no page asks for more than twenty files besides those of the frame', () => {
  const preloads: Record<string, string[]> = JSON.parse(readFileSync(join(folder, 'preloads.json'), 'utf8'))
  expect(Object.keys(preloads).length).toBeGreaterThan(15)
  expect(Object.entries(preloads).filter(([, files]) => files.length > 20)).toEqual([])
})
