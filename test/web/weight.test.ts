import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { builtWebApp } from '../support/web-app.ts'

type Chunk = { file: string; imports?: string[] }

const folder = await builtWebApp()
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))

/** The script files that these sources need before they can run. */
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

const readClasses = (file: string) => readFileSync(file, 'utf8').match(/\bm_[\da-f]{6,8}\b/g) ?? []

test('the styles of Mantine have a rule for each of its classes that a script of the app names, and none that the theme sets again', () => {
  const all = new Set(readClasses(createRequire(import.meta.url).resolve('@mantine/core/styles.css')))
  const built = readdirSync(join(folder, 'assets')).map((name) => join(folder, 'assets', name))
  const named = built.filter((file) => file.endsWith('.js')).flatMap(readClasses)
  const sheet = built.find((file) => /index-[^/]*\.css$/.test(file)) ?? ''
  const styled = new Set(readClasses(sheet))
  expect(styled.size).toBeGreaterThan(150)
  expect(named.filter((one) => all.has(one) && !styled.has(one))).toEqual([])
  expect(readFileSync(sheet, 'utf8').match(/--mantine-z-index-app:/g)).toHaveLength(1)
})
